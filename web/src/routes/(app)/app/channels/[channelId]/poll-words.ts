// What a poll is like, in words: also what others will see of one's vote, before one gives it.
import { m } from '#lib/paraglide/messages.js';
import { clockTime, shortDate } from '#lib/time.ts';
import type { Poll, PollCreate } from '#shared/polls.ts';

/** What others learn, and what one may do. */
export function pollTerms(poll: Pick<PollCreate, 'isAnonymous' | 'isHidden' | 'isFinal' | 'by'>): string[] {
  const isHousehold = poll.by === 'household';
  return [
    ...(isHousehold ? [m.polls_term_household()] : []),
    poll.isAnonymous
      ? isHousehold
        ? m.polls_term_anonymous_household()
        : m.polls_term_anonymous()
      : m.polls_term_open(),
    ...(poll.isHidden ? [m.polls_term_hidden()] : []),
    ...(poll.isFinal ? [m.polls_term_final()] : []),
  ];
}

/** 18:00, 30/11/2026 */
export const whenCloses = (at: string) => `${clockTime(at)}, ${shortDate(at)}`;

/** How many have voted, and until when one may. */
export function pollState({ by, closedAt, closesAt }: Poll, voters: string, hasEnded: boolean): string[] {
  return [
    by === 'household' ? m.polls_voters_households({ count: voters }) : m.polls_voters({ count: voters }),
    ...(hasEnded
      ? [closedAt ? m.polls_closed() : m.polls_closed_at({ time: whenCloses(closesAt!) })]
      : closesAt
        ? [m.polls_closes_at({ time: whenCloses(closesAt) })]
        : []),
  ];
}
