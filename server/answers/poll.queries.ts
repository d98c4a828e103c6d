// The votes of a poll, stored and counted.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Poll, PollResults } from '../../shared/polls.ts';

export interface Vote {
  messageId: string;
  voterId: string;
  personId: string;
  choices: number[];
}

/**
 * Takes a vote, or gives false: the poll is closed or gone, or a vote that stands is final. Looks at the poll under a lock that
 * votes share and whoever counts or closes does not: a vote is in the last count, or is refused.
 */
export async function storeVote(em: EntityManager, vote: Vote): Promise<boolean> {
  const rows = await em.execute<object[]>(
    `insert into poll_vote (message_id, voter_id, person_id, choices, voted_at, is_counted)
     select m.id, ?, ?, ?::jsonb, clock_timestamp(), false from message m
     where m.id = ? and m.deleted_at is null and m.removed_at is null and m.carried -> 'poll' ->> 'closedAt' is null
       and coalesce((m.carried -> 'poll' ->> 'closesAt')::timestamptz > clock_timestamp(), true)
     for share of m
     on conflict (message_id, voter_id) do update set person_id = excluded.person_id, choices = excluded.choices,
       voted_at = excluded.voted_at, is_counted = false
     where poll_vote.choices = '[]'
       or not (select (carried -> 'poll' ->> 'isFinal')::boolean from message where id = excluded.message_id)
     returning 1`,
    [vote.voterId, vote.personId, JSON.stringify(vote.choices), vote.messageId],
  );
  return rows.length > 0;
}

export async function countVotes(em: EntityManager, messageId: string, poll: Poll): Promise<PollResults> {
  const [row] = await em.execute<{ voters: number; counts: Record<string, number> }[]>(
    `with votes as (select choices from poll_vote where message_id = ? and choices <> '[]')
     select (select count(*)::int from votes) as voters,
       (select coalesce(json_object_agg(choice, count), '{}') from (
          select choice, count(*)::int from votes, jsonb_array_elements_text(choices) choice group by choice
        ) counted) as counts`,
    [messageId],
  );
  return { voters: row!.voters, counts: poll.choices.map((_, index) => row!.counts[index] ?? 0) };
}
