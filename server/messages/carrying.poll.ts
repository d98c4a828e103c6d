import { newPoll } from '../../shared/ballot.ts';
import type { Poll, PollCreate } from '../../shared/polls.ts';
import { AppError } from '../platform/app-error.ts';

const LONGEST_MS = 366 * 86_400_000;

/** A poll that is still open, and not for ever. Votes and their counting stand to the right, in `answers`. */
export function carriedPoll(given: PollCreate, question: string): Poll {
  if (!question)
    throw new AppError('bad_request', { issues: [{ path: 'text', message: 'a poll asks something' }] });
  const left = given.closesAt === null ? 1 : Date.parse(given.closesAt) - Date.now();
  if (left <= 0 || left > LONGEST_MS)
    throw new AppError('bad_request', {
      issues: [{ path: 'carries.poll.closesAt', message: 'not within a year' }],
    });
  return newPoll(given);
}
