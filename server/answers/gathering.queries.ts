// Who comes to a gathering, stored and counted; and which ones there are to come.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Coming, GatheringCounts } from '../../shared/gatherings.ts';

export interface Answer {
  messageId: string;
  answererId: string;
  personId: string;
  coming: Coming;
  people: number;
}

/** When it is over: where no end was given, a few hours after its beginning. */
const END = `coalesce((m.carried -> 'gathering' ->> 'endsAt')::timestamptz, (m.carried -> 'gathering' ->> 'startsAt')::timestamptz + interval '3 hours')`;

/** Takes an answer, or gives false: it is over, or gone. Under the lock of `storeVote`. */
export async function storeAnswer(em: EntityManager, answer: Answer): Promise<boolean> {
  const rows = await em.execute<object[]>(
    `insert into gathering_answer (message_id, answerer_id, person_id, coming, people, answered_at, is_counted)
     select m.id, ?, ?, ?, ?, clock_timestamp(), false from message m
     where m.id = ? and m.deleted_at is null and m.removed_at is null and ${END} > clock_timestamp()
     for share of m
     on conflict (message_id, answerer_id) do update set person_id = excluded.person_id, coming = excluded.coming,
       people = excluded.people, answered_at = excluded.answered_at, is_counted = false
     returning 1`,
    [answer.answererId, answer.personId, answer.coming, answer.people, answer.messageId],
  );
  return rows.length > 0;
}

export async function countAnswers(em: EntityManager, messageId: string): Promise<GatheringCounts> {
  const [row] = await em.execute<GatheringCounts[]>(
    `select count(*) filter (where coming = 'yes')::int as yes, count(*) filter (where coming = 'maybe')::int as maybe,
       count(*) filter (where coming = 'no')::int as no, coalesce(sum(people) filter (where coming = 'yes'), 0)::int as people
     from gathering_answer where message_id = ?`,
    [messageId],
  );
  return row!;
}

/** The next gatherings in these channels and their topics that are not over, the first one first. */
export async function findUpcoming(
  em: EntityManager,
  channelIds: string[],
  limit: number,
): Promise<string[]> {
  if (channelIds.length === 0) return [];
  const marks = channelIds.map(() => '?').join(', ');
  const rows = await em.execute<{ id: string }[]>(
    `select m.id from message m
     where m.channel_id in (select id from channel where id in (${marks}) union all select id from channel where parent_id in (${marks}))
       and m.carried -> 'gathering' is not null and m.deleted_at is null and m.removed_at is null and ${END} > clock_timestamp()
     order by (m.carried -> 'gathering' ->> 'startsAt')::timestamptz limit ?`,
    [...channelIds, ...channelIds, limit],
  );
  return rows.map(({ id }) => id);
}

export interface Due {
  message_id: string;
  what: 'day' | 'hour' | 'gone';
  starts_at: Date;
}

/** What those who answered are to be told of now, and were not: it begins within a day, within an hour, or does not take place. */
export async function findDue(em: EntityManager, limit: number): Promise<Due[]> {
  return em.execute<Due[]>(
    `with ahead as (
       select m.id, (m.carried -> 'gathering' ->> 'startsAt')::timestamptz as starts_at,
         m.deleted_at is not null or m.removed_at is not null as is_gone
       from message m where m.carried -> 'gathering' is not null
     ), due as (
       select id, starts_at, case when is_gone then 'gone'
         when starts_at <= clock_timestamp() + interval '1 hour' then 'hour' else 'day' end as what
       from ahead where starts_at > clock_timestamp() and (is_gone or starts_at <= clock_timestamp() + interval '1 day')
     )
     select id as message_id, what, starts_at from due
     where not exists (select from gathering_told t where t.message_id = due.id and t.what = due.what and t.starts_at = due.starts_at)
     order by starts_at limit ?`,
    [limit],
  );
}

/** Whether this call is the one that tells it: of several at once, one is. */
export async function claimDue(em: EntityManager, { message_id, what, starts_at }: Due): Promise<boolean> {
  const rows = await em.execute<object[]>(
    `insert into gathering_told (message_id, what, starts_at) values (?, ?, ?) on conflict do nothing returning 1`,
    [message_id, what, starts_at],
  );
  return rows.length > 0;
}

/** Those who come, or may come, and may still read of it. */
export async function findComing(em: EntityManager, messageId: string): Promise<string[]> {
  const rows = await em.execute<{ person_id: string }[]>(
    `select distinct a.person_id from gathering_answer a
     join message m on m.id = a.message_id join channel c on c.id = m.channel_id
     join membership s on s.person_id = a.person_id and s.group_id = c.group_id and s.status = 'active'
     where a.message_id = ? and a.coming <> 'no'`,
    [messageId],
  );
  return rows.map(({ person_id }) => person_id);
}
