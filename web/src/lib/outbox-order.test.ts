import { expect, test } from 'vitest';
import {
  channelsToSend,
  lastPlace,
  merge,
  nextToSend,
  patienceWith,
  tryAgain,
  type Pending,
} from './outbox-order.ts';

const pending = (clientId: string, order: number, more: Partial<Pending> = {}): Pending => ({
  clientId,
  personId: 'lan',
  channelId: 'alley',
  text: clientId,
  replyTo: null,
  carries: null,
  writtenAt: '2026-11-24T01:00:00.000Z',
  order,
  refusal: null,
  ...more,
});
const refused: Partial<Pending> = { refusal: { code: 'muted', data: {} } };
const ids = (pendings: Pending[]) => pendings.map(({ clientId }) => clientId);

test.each([
  ['nothing waits', [], undefined],
  ['the oldest first, however they lie', [pending('b', 2), pending('a', 1)], 'a'],
  ['a refused one steps aside', [pending('a', 1, refused), pending('b', 2)], 'b'],
  ['only refused ones', [pending('a', 1, refused)], undefined],
  ['not of another channel', [pending('a', 1, { channelId: 'other' }), pending('b', 2)], 'b'],
])('next: %s', (_, pendings, wanted) => {
  expect(nextToSend(pendings, 'alley')?.clientId).toBe(wanted);
});

test('channels with something to send, each once, the one that waits longest first', () => {
  const pendings = [
    pending('c', 3),
    pending('b', 2, { channelId: 'other' }),
    pending('a', 1),
    pending('d', 0, { channelId: 'muted', ...refused }),
  ];
  expect(channelsToSend(pendings)).toEqual(['alley', 'other']);
});

test.each([
  ['the clock', [], 1_000, 1_000],
  ['behind one of this millisecond', [pending('a', 1_000)], 1_000, 1_001],
  ['behind one of a clock that ran ahead', [pending('a', 5_000)], 1_000, 5_001],
])('last place: %s', (_, pendings, now, wanted) => expect(lastPlace(pendings, now)).toBe(wanted));

test('what was kept joins in its order, and what is in memory wins', () => {
  const merged = merge(
    [pending('b', 2, refused), pending('d', 4)],
    [pending('c', 3), pending('b', 2), pending('a', 1)],
  );
  expect(ids(merged)).toEqual(['a', 'b', 'c', 'd']);
  expect(merged[1]!.refusal?.code).toBe('muted');
});

test('trying again goes behind what was written since', () => {
  const again = tryAgain([pending('a', 1, refused), pending('b', 2)], 'a', 100);
  expect(ids(again)).toEqual(['b', 'a']);
  expect(again[1]!.refusal).toBeNull();
  const called = { ...pending('a', 1, refused), carries: { mentions: [{ kind: 'all' as const }] } };
  expect(tryAgain([called], 'a', 2)[0]!.carries).toBe(called.carries);
  expect(tryAgain([called], 'a', 2, null)[0]!.carries).toBeNull();
});

test.each([
  ['offline', {}, 0, 1_000],
  ['offline', {}, 3, 8_000],
  ['offline', {}, 20, 15_000],
  ['unavailable', {}, 0, 1_000],
  ['unauthenticated', {}, 0, 1_000],
  ['rate_limited', { retryAfter: 7 }, 4, 7_000],
  ['rate_limited', {}, 0, 5_000],
  ['muted', {}, 0, null],
  ['forbidden', {}, 0, null],
  ['not_found', {}, 0, null],
  ['bad_request', {}, 0, null],
  ['internal', {}, 0, null],
] as const)('patience with %s %j at attempt %i', (code, data, attempt, wanted) => {
  expect(patienceWith(code, data, attempt)).toBe(wanted);
});
