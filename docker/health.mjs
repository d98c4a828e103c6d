// The image's health check: node is there, curl is not.
const response = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).catch(() => undefined);
process.exit(response?.ok ? 0 : 1);
