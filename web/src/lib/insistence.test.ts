import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, type ClientErrorCode } from './api.ts';
import { Insistence } from './insistence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An act that fails with these one after the other, then succeeds. */
function insisting(...failures: (ClientErrorCode | ApiError | Error)[]) {
  const seen = { tries: [] as number[], late: [] as boolean[], mayGoOn: true };
  const began = Date.now();
  const insistence = new Insistence(
    async () => {
      const failure = failures[seen.tries.length];
      seen.tries.push(Date.now() - began);
      if (failure) throw typeof failure === 'string' ? new ApiError(failure) : failure;
    },
    { mayGoOn: () => seen.mayGoOn, tellLate: (isLate) => seen.late.push(isLate) },
  );
  return { insistence, seen };
}

test('is tried again until it succeeds, and then no more', async () => {
  const { insistence, seen } = insisting('unavailable', 'offline', 'internal');
  await insistence.begin();
  expect(seen.tries).toHaveLength(1);
  await vi.runAllTimersAsync();
  expect(seen.tries).toHaveLength(4);
});

test.each([0, 0.999])(
  'waits ever longer, up to a bound, at a time of its own (chance: %d)',
  async (chance) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    const { insistence, seen } = insisting(...Array<ClientErrorCode>(9).fill('unavailable'));
    await insistence.begin();
    await vi.runAllTimersAsync();
    const waits = seen.tries.slice(1).map((at, index) => at - seen.tries[index]!);
    const doubling = [1, 2, 4, 8, 16, 30, 30, 30, 30].map((seconds) => seconds * 1_000 * (0.5 + chance / 2));
    expect(waits).toEqual(doubling.map((wait) => Math.floor(wait)));
  },
);

test('waits as long as the hub asks for', async () => {
  const { insistence, seen } = insisting(new ApiError('rate_limited', { retryAfter: 20 }));
  await insistence.begin();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(seen.tries).toHaveLength(1);
  await vi.runAllTimersAsync();
  expect(seen.tries).toHaveLength(2);
});

test.each<ClientErrorCode | Error>([
  'unauthenticated',
  'not_found',
  'bad_request',
  new Error('a fault of ours'),
])('what trying again does not help ends it: %s', async (failure) => {
  const { insistence, seen } = insisting(failure);
  await insistence.begin();
  await vi.runAllTimersAsync();
  expect(seen).toMatchObject({ tries: [0], late: [] });
});

test('ends with the connection, and begins anew with the next one', async () => {
  const { insistence, seen } = insisting('offline', 'offline', 'offline');
  await insistence.begin();
  seen.mayGoOn = false;
  await vi.runAllTimersAsync();
  expect(seen.tries).toHaveLength(1);
  seen.mayGoOn = true;
  await insistence.begin();
  // Nobody waits twice.
  await insistence.begin();
  await vi.runAllTimersAsync();
  expect(seen.tries).toHaveLength(4);
});

test('what is under way is not begun again, and what was stopped goes on no more', async () => {
  const { insistence, seen } = insisting('offline');
  await insistence.ensure();
  await insistence.ensure();
  expect(seen.tries).toHaveLength(1);
  insistence.stop();
  await vi.runAllTimersAsync();
  expect(seen.tries).toHaveLength(1);
  await insistence.ensure();
  expect(seen.tries).toHaveLength(2);
});

test('tells that it is late only where that lasts, and when it is over', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
  const short = insisting('unavailable');
  await short.insistence.begin();
  await vi.runAllTimersAsync();
  expect(short.seen.late).toEqual([]);

  const long = insisting('unavailable', 'unavailable');
  await long.insistence.begin();
  await vi.advanceTimersByTimeAsync(1_999);
  expect(long.seen.late).toEqual([]);
  await vi.advanceTimersByTimeAsync(2);
  expect(long.seen.late).toEqual([true]);
  await vi.runAllTimersAsync();
  expect(long.seen.late).toEqual([true, false]);
});
