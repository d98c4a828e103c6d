// Loaded into every server whose memory is measured: SIGUSR2 clears the garbage away, so that what is kept is compared.
process.on('SIGUSR2', () => globalThis.gc?.());
