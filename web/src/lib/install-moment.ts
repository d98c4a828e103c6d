// When the app may offer itself for the home screen: pure. Only to people who have come back or taken part, and not again for a
// long time to those who said no.

export interface InstallMemory {
  visits: number;
  lastVisitAt: number;
  hasSent: boolean;
  silentUntil: number;
}

const PAUSE_MS = 30 * 60_000;
const SILENCE_MS = 90 * 86_400_000;

export const nothingYet: InstallMemory = { visits: 0, lastVisitAt: 0, hasSent: false, silentUntil: 0 };

/** Opening the app again within half an hour belongs to the same visit. */
export const afterVisit = (memory: InstallMemory, now: number): InstallMemory => ({
  ...memory,
  visits: memory.visits + (now - memory.lastVisitAt > PAUSE_MS ? 1 : 0),
  lastVisitAt: now,
});

export const afterNo = (memory: InstallMemory, now: number): InstallMemory => ({
  ...memory,
  silentUntil: now + SILENCE_MS,
});

export const isGoodMoment = ({ visits, hasSent, silentUntil }: InstallMemory, now: number): boolean =>
  now >= silentUntil && (hasSent || visits > 1);
