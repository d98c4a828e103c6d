import { expect, test } from 'vitest';
import type { PostView, ThreadView } from '#shared/procedures.ts';
import { inQueue, waitingSince } from './waiting.ts';

const asker = { id: 'a', name: 'Hoa', seat: null };
const team = { id: 't', name: 'Liên', seat: 'Tổ công nghệ số' };
const at = (hour: number) => `2026-11-0${hour}T00:00:00.000Z`;
const post = (author: typeof asker | typeof team, hour: number, isOfficial = false): PostView => ({
  id: `${author.id}${hour}`,
  author,
  text: '…',
  isOfficial,
  createdAt: at(hour),
  removedAt: null,
});
const thread = (given: Partial<ThreadView>): ThreadView => ({
  id: 'q',
  version: 1,
  procedure: { id: 'p', code: '1', name: 'Khai sinh' },
  asker,
  question: '…',
  isPrivate: false,
  status: 'open',
  takenBy: null,
  createdAt: at(1),
  answeredAt: null,
  solvedAt: null,
  removedAt: null,
  posts: [],
  ...given,
});

test('waits since it was asked, whatever the asker adds', () => {
  expect(waitingSince(thread({ posts: [post(asker, 2)] }))).toBe(at(1));
});

test('after an answer it waits since the asker came back', () => {
  const posts = [post(asker, 2), post(team, 3, true), post(asker, 4), post(asker, 5)];
  expect(waitingSince(thread({ posts }))).toBe(at(4));
});

test('an answer that was removed is none', () => {
  const posts = [{ ...post(team, 3, true), removedAt: at(4) }, post(asker, 5)];
  expect(waitingSince(thread({ posts }))).toBe(at(1));
});

test('the queue has the longest waiting first, and nothing answered, solved or removed', () => {
  const late = thread({ id: 'late', createdAt: at(3) });
  const early = thread({ id: 'early', createdAt: at(2), status: 'taken' });
  const gone = [
    thread({ id: 'answered', status: 'answered' }),
    thread({ id: 'solved', status: 'solved' }),
    thread({ id: 'removed', removedAt: at(2) }),
  ];
  expect(inQueue([late, ...gone, early]).map(({ id }) => id)).toEqual(['early', 'late']);
});
