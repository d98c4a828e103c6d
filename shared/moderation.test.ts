import { expect, test } from 'vitest';
import { caseActions, type CaseAction, type CaseStatus, type SubjectType } from './moderation.ts';

const me = '01900000-0000-7000-8000-000000000001';
const colleague = '01900000-0000-7000-8000-000000000002';
const author = '01900000-0000-7000-8000-000000000003';

const table: [CaseStatus, string, string | null, CaseAction[], SubjectType?][] = [
  // status, author, claimed by, what I may do, of what
  ['open', author, null, ['claim', 'remove', 'dismiss']],
  ['open', author, me, ['release', 'remove', 'dismiss']],
  ['open', author, colleague, []],
  ['open', me, null, []],
  ['open', me, me, []],
  ['open', me, colleague, []],
  ['decided', author, null, []],
  ['decided', author, me, []],
  ['decided', author, colleague, []],
  ['decided', me, null, []],
  ['open', author, null, ['claim', 'warn', 'dismiss'], 'person'],
  ['open', author, me, ['release', 'warn', 'dismiss'], 'person'],
  ['open', author, colleague, [], 'person'],
  ['open', me, null, [], 'person'],
  ['decided', author, null, [], 'person'],
];

test.each(table)(
  '%s, written by %s, claimed by %s',
  (status, authorId, holderId, actions, subjectType = 'message') => {
    const claimedBy = holderId ? { id: holderId } : null;
    expect(caseActions(me, { status, subjectType, author: { id: authorId }, claimedBy })).toEqual(actions);
  },
);
