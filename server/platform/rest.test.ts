import { expect, test } from 'vitest';
import { restLeftMs } from './rest.ts';

test.each([
  ['as long as telling took, whatever waits', { took: 20, rested: 5, deep: 9 }, 15],
  ['then no longer, where hardly two events are for one room', { took: 20, rested: 20, deep: 1.2 }, 0],
  ['longer where they are, looking again soon', { took: 20, rested: 20, deep: 3 }, 2],
  ['up to six times as long', { took: 10, rested: 60, deep: 9 }, 0],
  ['but a tenth of a second at most', { took: 40, rested: 100, deep: 9 }, 0],
  ['also after very long telling', { took: 500, rested: 40, deep: 1 }, 60],
  ['after next to nothing hardly any', { took: 0.1, rested: 0.2, deep: 1 }, 0],
])('a rest is %s', (_, { took, rested, deep }, left) => {
  expect(restLeftMs(took, rested, deep)).toBe(left);
});
