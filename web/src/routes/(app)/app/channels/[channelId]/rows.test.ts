import { expect, test } from 'vitest';
import type { Pending } from '#lib/outbox-order.ts';
import type { MessageView } from '#shared/messages.ts';
import { dayOf, firstUnread, rowsOf } from './rows.ts';

const lan = { id: 'lan', name: 'Trần Thị Lan', seat: null };
const minh = { id: 'minh', name: 'Nguyễn Văn Minh', seat: null };
const minhInOffice = { ...minh, seat: 'Tổ trưởng tổ 13' };

const message = (
  seq: number,
  author: MessageView['author'],
  clock: string,
  more: Partial<MessageView> = {},
) =>
  ({
    id: `m${seq}`,
    channelId: 'alley',
    seq,
    version: seq,
    clientId: `c${seq}`,
    author,
    text: `${seq}`,
    replyTo: null,
    createdAt: `2026-11-${clock}:00.000Z`,
    editedAt: null,
    deletedAt: null,
    removedAt: null,
    reactions: [],
    pin: null,
    carried: null,
    ...more,
  }) satisfies MessageView;

const pending = (clientId: string, clock: string): Pending => ({
  clientId,
  personId: 'lan',
  channelId: 'alley',
  text: clientId,
  replyTo: null,
  carries: null,
  writtenAt: `2026-11-${clock}:00.000Z`,
  order: 1,
  refusal: null,
});

const nobody = new Set<string>();
const gone = { deletedAt: '2026-11-23T03:00:00.000Z', text: '' };

/** A row in short: D begins a day, U the unread, [ begins a run, ] ends one. */
function short(messages: MessageView[], unreadAfter: number | null = null, pendings: Pending[] = []) {
  return rowsOf({ messages, pendings, me: lan, blocked: nobody, unreadAfter }).map(
    (row) =>
      (row.startsDay ? 'D' : '') +
      (row.isFirstUnread ? 'U' : '') +
      (row.startsRun ? '[' : '') +
      row.text +
      (row.endsRun ? ']' : ''),
  );
}

test.each([
  ['2026-11-23T16:59:59.000Z', '2026-11-23'],
  ['2026-11-23T17:00:00.000Z', '2026-11-24'],
  ['2026-12-31T20:00:00.000Z', '2027-01-01'],
])('the day of %s in Vietnam', (at, day) => expect(dayOf(at)).toBe(day));

test('nothing said', () => expect(short([])).toEqual([]));

test.each<[string, MessageView[], string[]]>([
  [
    'one author within five minutes is one run',
    [message(1, minh, '23T01:00'), message(2, minh, '23T01:04'), message(3, minh, '23T01:08')],
    ['D[1', '2', '3]'],
  ],
  [
    'a pause of five minutes ends it',
    [message(1, minh, '23T01:00'), message(2, minh, '23T01:05')],
    ['D[1]', '[2]'],
  ],
  ['another author ends it', [message(1, minh, '23T01:00'), message(2, lan, '23T01:01')], ['D[1]', '[2]']],
  [
    'the office that one speaks from ends it',
    [message(1, minh, '23T01:00'), message(2, minhInOffice, '23T01:01')],
    ['D[1]', '[2]'],
  ],
  [
    'midnight in Vietnam ends it',
    [message(1, minh, '23T16:59'), message(2, minh, '23T17:01')],
    ['D[1]', 'D[2]'],
  ],
  [
    'a tombstone stays in its run',
    [message(1, minh, '23T01:00'), message(2, minh, '23T01:01', gone), message(3, minh, '23T01:02')],
    ['D[1', '', '3]'],
  ],
])('runs and days: %s', (_, messages, rows) => expect(short(messages)).toEqual(rows));

const five = [
  message(1, minh, '23T01:00'),
  message(2, lan, '23T01:01'),
  message(3, minh, '23T01:02', gone),
  message(4, minh, '23T01:03'),
  message(5, minh, '23T01:04'),
];

test.each<[string, number | null, number | undefined]>([
  ['nothing was unread', null, undefined],
  ['all was unread', 0, 1],
  ['what is mine or gone is not unread', 1, 4],
  ['after the newest', 5, undefined],
])('first unread: %s', (_, unreadAfter, seq) => {
  expect(firstUnread(five, 'lan', unreadAfter, nobody)?.seq).toBe(seq);
});

test('the line of the unread ends a run', () => {
  expect(short(five, 4)).toEqual(['D[1]', '[2]', '[', '4]', 'U[5]']);
});

test('what is on its way stands at the end, and joins my run', () => {
  expect(
    short([message(1, lan, '23T01:00')], null, [pending('a', '23T01:01'), pending('b', '23T01:02')]),
  ).toEqual(['D[1', 'a', 'b]']);
});

test('what waits since yesterday does not turn the day back', () => {
  expect(short([message(1, minh, '23T20:00')], null, [pending('a', '23T01:00')])).toEqual(['D[1]', '[a]']);
});

test('the message that came back takes the place and the key of the one on its way', () => {
  const waiting = pending('c2', '23T01:01');
  const before = rowsOf({
    messages: [message(1, minh, '23T01:00')],
    pendings: [waiting],
    me: lan,
    blocked: nobody,
    unreadAfter: null,
  });
  const after = rowsOf({
    messages: [message(1, minh, '23T01:00'), message(2, lan, '23T01:01')],
    pendings: [waiting],
    me: lan,
    blocked: nobody,
    unreadAfter: null,
  });
  expect(after).toHaveLength(2);
  expect(after[1]!.key).toBe(before[1]!.key);
  expect(after.map(({ isLastSent }) => isLastSent)).toEqual([false, true]);
});

test("another's copy of my client id neither hides mine nor takes its key", () => {
  const rows = rowsOf({
    messages: [
      message(1, minh, '23T01:00', { clientId: 'mine' }),
      message(2, lan, '23T01:01', { clientId: 'sent' }),
    ],
    pendings: [pending('mine', '23T01:02')],
    me: lan,
    blocked: nobody,
    unreadAfter: null,
  });
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
});

test('whom one blocked is covered, and no reason to stop at the unread; words in office are not', () => {
  const messages = [
    message(1, minh, '23T01:00'),
    message(2, minhInOffice, '23T01:01'),
    message(3, lan, '23T01:02'),
  ];
  const rows = rowsOf({ messages, pendings: [], me: lan, blocked: new Set(['minh']), unreadAfter: 0 });
  expect(rows.map(({ isHidden }) => isHidden)).toEqual([true, false, false]);
  expect(rows.map(({ isFirstUnread }) => isFirstUnread)).toEqual([false, true, false]);
});
