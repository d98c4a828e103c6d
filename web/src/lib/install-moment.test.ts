import { expect, test } from 'vitest';
import { afterNo, afterVisit, isGoodMoment, nothingYet, type InstallMemory } from './install-moment.ts';

const minute = 60_000;
const day = 86_400_000;
const now = Date.parse('2026-11-25T08:00:00Z');

const after = (times: number[], memory: InstallMemory = nothingYet) => times.reduce(afterVisit, memory);

test.each<[string, InstallMemory, number, boolean]>([
  ['the first visit', after([now]), now, false],
  ['opened again at once', after([now, now + minute, now + 20 * minute]), now + 20 * minute, false],
  ['the second visit', after([now, now + day]), now + day, true],
  ['the first visit, after a message', { ...after([now]), hasSent: true }, now, true],
  ['just after a no', afterNo(after([now, now + day]), now + day), now + day, false],
  ['a no, and a message', { ...afterNo(after([now]), now), hasSent: true }, now + day, false],
  ['89 days after a no', afterNo(after([now, now + day]), now), now + 89 * day, false],
  ['90 days after a no', afterNo(after([now, now + day]), now), now + 90 * day, true],
])('%s', (_, memory, at, isGood) => {
  expect(isGoodMoment(memory, at)).toBe(isGood);
});
