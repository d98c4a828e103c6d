// The badges of one person's channels. They look at messages with SQL, because that feature stands to the right of this one.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChannelAttention } from '../../shared/attention.ts';
import { MOST_PLACES, MOST_UNREAD } from '../../shared/badge.ts';
import type { ChannelView } from '../../shared/channels.ts';
import { hearsAll } from '../../shared/waking.ts';
import { briefFields } from './message.sql.ts';

export type Badge = Pick<
  ChannelView,
  'version' | 'lastSeq' | 'readSeq' | 'unread' | 'mentions' | 'lastMessage' | 'attention'
>;

/** The level at which a person hears a channel: a topic as the channel that it is in, but whoever follows it wants all of it. */
export const levelOf = (channel: string, attention: string) =>
  `case when ${channel}.parent_id is not null and ${attention}.level = 'mentions' then 'all' else ${attention}.level end`;

/** Not the everyday words of somebody whom the reader blocked. Asked once for all messages: most people block nobody. */
const UNCOVERED =
  '(m.seat is not null or m.author_id <> all(array(select blocked_id from block where blocker_id = ?)))';

/** Badges by channel id: all from one statement, so that counters, unread and last message agree. */
export async function readBadges(
  em: EntityManager,
  personId: string,
  channelIds: string[],
): Promise<Map<string, Badge>> {
  if (channelIds.length === 0) return new Map();
  const rows = await em.execute<
    (Omit<Badge, 'version' | 'lastSeq' | 'readSeq' | 'unread'> & Record<string, unknown>)[]
  >(
    `select c.id, c.version, c.seq as "lastSeq", coalesce(r.seq, 0) as "readSeq",
       (select count(*) from (
          select from message m
          where m.channel_id = c.id and m.seq > coalesce(r.seq, 0) and m.author_id <> ? and ${UNCOVERED}
            and m.deleted_at is null and m.removed_at is null
          limit ${MOST_UNREAD}) unread) as unread,
       (select coalesce(json_agg(seq order by seq), '[]') from (
          select m.seq from message m
          where m.channel_id = c.id and m.seq > coalesce(r.seq, 0) and m.author_id <> ? and ${UNCOVERED}
            and m.deleted_at is null and m.removed_at is null
            and m.carried -> 'mentions' is not null and m.carried -> 'mentions' @> any(array[?::jsonb, ?::jsonb, ?::jsonb])
          order by m.seq limit ${MOST_PLACES}) mentioned) as mentions,
       (select json_build_object(${briefFields})
        from message m join person a on a.id = m.author_id
        where m.channel_id = c.id and m.seq = c.seq) as "lastMessage",
       (select json_build_object('level', ${levelOf('c', 't')}, 'mutedUntil', iso(t.muted_until))
        from channel_attention t where t.channel_id = coalesce(c.parent_id, c.id) and t.person_id = ?) as attention
     from channel c left join read_marker r on r.channel_id = c.id and r.person_id = ?
     where c.id in (${channelIds.map(() => '?').join(', ')})`,
    [personId, personId, personId, personId, ...mentionsOf(personId), personId, personId, ...channelIds],
  );
  return new Map(
    rows.map((row) => [
      row.id as string,
      {
        version: Number(row.version),
        lastSeq: Number(row.lastSeq),
        readSeq: Number(row.readSeq),
        unread: Number(row.unread),
        mentions: row.mentions,
        lastMessage: row.lastMessage,
        attention: row.attention ?? hearsAll,
      },
    ]),
  );
}

/** As they stand in what a message carries: by name, by a seat held then, and with all. */
const mentionsOf = (personId: string) =>
  [{ kind: 'person', id: personId }, { kind: 'seat', ids: [personId] }, { kind: 'all' }].map((mention) =>
    JSON.stringify([mention]),
  );

/** Moves a person's read marker forward, never back and never past the end; gives where it stands then. */
export async function moveReadMarker(
  em: EntityManager,
  personId: string,
  channelId: string,
  seq: number,
): Promise<void> {
  await em.execute(
    `insert into read_marker (person_id, channel_id, seq)
     select ?, c.id, least(?::int8, c.seq) from channel c where c.id = ?
     on conflict (person_id, channel_id) do update set seq = greatest(read_marker.seq, excluded.seq)`,
    [personId, seq, channelId],
  );
}

/** What a person chose for a channel, in place of what they chose before. */
export async function keepAttention(
  em: EntityManager,
  personId: string,
  channelId: string,
  { level, mutedUntil }: ChannelAttention,
): Promise<void> {
  await em.execute(
    `insert into channel_attention (person_id, channel_id, level, muted_until) values (?, ?, ?, ?)
     on conflict (person_id, channel_id) do update set level = excluded.level, muted_until = excluded.muted_until`,
    [personId, channelId, level, mutedUntil],
  );
}
