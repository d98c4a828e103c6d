// The rules of a vote: pure, and without zod, so that the web shows by them what the server holds everyone to.
import type { Poll, PollCreate, PollResults } from './polls.ts';

/** A new poll. */
export const newPoll = (given: PollCreate): Poll => ({
  ...given,
  voters: 0,
  counts: given.isHidden ? null : given.choices.map(() => 0),
  closedAt: null,
});

/** A poll after its votes were counted; what is hidden stays out of it. */
export const countedPoll = (poll: Poll, { voters, counts }: PollResults): Poll => ({
  ...poll,
  voters,
  counts: poll.isHidden ? null : counts,
});

/** Whether it takes no more votes: ended, or past its time. */
export const isClosed = ({ closedAt, closesAt }: Pick<Poll, 'closedAt' | 'closesAt'>, now: number) =>
  closedAt !== null || (closesAt !== null && Date.parse(closesAt) <= now);

/** Of 100, for each count: rounded, and 0 where nobody has voted. */
export const sharesOf = ({ voters, counts }: PollResults): number[] =>
  counts.map((count) => (voters === 0 ? 0 : Math.round((count / voters) * 100)));
