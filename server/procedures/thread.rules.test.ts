import { expect, test } from 'vitest';
import type { ThreadStatus } from '../../shared/procedures.ts';
import { statusAfterReply, voiceOf, type Voice } from './thread.rules.ts';

const replies: [ThreadStatus, Voice, isTaken: boolean, ThreadStatus][] = [
  ['open', 'team', false, 'answered'],
  ['taken', 'team', true, 'answered'],
  ['answered', 'team', true, 'answered'],
  ['solved', 'team', true, 'solved'],
  ['open', 'asker', false, 'open'],
  ['taken', 'asker', true, 'taken'],
  ['answered', 'asker', false, 'open'],
  ['answered', 'asker', true, 'taken'],
  ['solved', 'asker', false, 'open'],
  ['solved', 'asker', true, 'taken'],
  ['open', 'neighbour', false, 'open'],
  ['taken', 'neighbour', true, 'taken'],
  ['answered', 'neighbour', false, 'answered'],
  ['solved', 'neighbour', true, 'solved'],
];

test.each(replies)('%s after a reply of %s (taken: %s) is %s', (status, voice, isTaken, after) => {
  expect(statusAfterReply(status, voice, isTaken)).toBe(after);
});

test('the asker stays the asker', () => {
  expect(voiceOf({ isAsker: true, isTeam: true })).toBe('asker');
  expect(voiceOf({ isAsker: false, isTeam: true })).toBe('team');
  expect(voiceOf({ isAsker: false, isTeam: false })).toBe('neighbour');
});
