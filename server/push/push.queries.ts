// Who can be told, and of what: read for many at once. Whoever has no device is not even looked at.
import type pg from 'pg';
import type { ChannelAttention, MyAttention } from '../../shared/attention.ts';
import type { Carried } from '../../shared/carried.ts';
import { levelOf } from '../channels/channel.queries.ts';
import type { Device } from './push.post.ts';

/** One letter tells of no more than so many messages. */
export const MOST_TOLD = 100;

/** A member of a channel's group who has a device; of a topic, who follows it. */
export interface Listener {
  personId: string;
  person: MyAttention;
  channel: ChannelAttention | null;
  readSeq: number;
  toldSeq: number;
  toldAt: Date | null;
  /** Whose everyday words this listener does not want to see. */
  blocked: string[];
}

export interface Said {
  seq: number;
  authorId: string;
  author: string;
  seat: string | null;
  text: string;
  carried: Carried | null;
}

/** A device is told only while its session runs. */
const DEVICE = `select s.id, s.person_id as "personId", s.endpoint, s.p256dh, s.auth, s.locale, s.hides_words as "hidesWords"
  from push_subscription s join session on session.id = s.session_id and session.expires_at > now()`;

export async function readDevices(pool: pg.Pool, personIds: readonly string[]): Promise<Device[]> {
  const { rows } = await pool.query<Device>({
    name: 'push_devices',
    text: `${DEVICE} where s.person_id = any($1::uuid[])`,
    values: [personIds],
  });
  return rows;
}

export async function readDevice(pool: pg.Pool, id: string): Promise<Device | null> {
  const { rows } = await pool.query<Device>(`${DEVICE} where s.id = $1`, [id]);
  return rows[0] ?? null;
}

export async function readDeviceOf(pool: pg.Pool, sessionId: string): Promise<Device | null> {
  const { rows } = await pool.query<Device>(`${DEVICE} where s.session_id = $1`, [sessionId]);
  return rows[0] ?? null;
}

/** Those of a channel who can be told; or of them only this one. */
export async function readListeners(
  pool: pg.Pool,
  channelId: string,
  personId: string | null = null,
): Promise<Listener[]> {
  const { rows } = await pool.query<
    Omit<Listener, 'readSeq' | 'toldSeq'> & { readSeq: string; toldSeq: string }
  >({
    name: personId ? 'push_listener' : 'push_listeners',
    text: `select p.id as "personId", p.attention as person, coalesce(r.seq, 0) as "readSeq",
        case when a.level is null then null
          else json_build_object('level', ${levelOf('c', 'a')}, 'mutedUntil', iso(a.muted_until)) end as channel,
        coalesce(t.seq, 0) as "toldSeq", t.told_at as "toldAt",
        array(select blocked_id from block where blocker_id = p.id) as blocked
      from channel c join membership m on m.group_id = c.group_id and m.status = 'active'
      join person p on p.id = m.person_id
      left join read_marker r on r.channel_id = c.id and r.person_id = p.id
      left join channel_attention a on a.channel_id = coalesce(c.parent_id, c.id) and a.person_id = p.id
      left join push_told t on t.channel_id = c.id and t.person_id = p.id
      where c.id = $1 ${personId ? 'and p.id = $2' : ''}
        and p.id in (select person_id from push_subscription) and coalesce(r.seq, 0) < c.seq
        and (c.parent_id is null or exists (
          select from topic_follow f where f.topic_id = c.id and f.person_id = p.id and f.is_on))`,
    values: personId ? [channelId, personId] : [channelId],
  });
  return rows.map((row) => ({ ...row, readSeq: Number(row.readSeq), toldSeq: Number(row.toldSeq) }));
}

/** What was said last in a channel and still stands, the newest first. */
export async function readLatest(pool: pg.Pool, channelId: string): Promise<Said[]> {
  const { rows } = await pool.query<Omit<Said, 'seq'> & { seq: string }>({
    name: 'push_latest',
    text: `select m.seq, m.author_id as "authorId", p.name as author, m.seat, m.text, m.carried
      from message m join person p on p.id = m.author_id
      where m.channel_id = $1 and m.deleted_at is null and m.removed_at is null
      order by m.seq desc limit ${MOST_TOLD}`,
    values: [channelId],
  });
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** How a channel is called where it is told of: "Tổ dân phố 7 · Trò chuyện". */
export async function readPlace(
  pool: pg.Pool,
  channelId: string,
): Promise<{ groupId: string; place: string } | null> {
  const { rows } = await pool.query<{ groupId: string; place: string }>({
    name: 'push_place',
    text: `select g.id as "groupId", g.name || ' · ' || coalesce(parent.name, c.name) as place
      from channel c left join channel parent on parent.id = c.parent_id join community_group g on g.id = c.group_id where c.id = $1`,
    values: [channelId],
  });
  return rows[0] ?? null;
}

/** Notes that these are told of a channel up to here, and gives those of them whom no other process was quicker to tell. */
export async function claim(
  pool: pg.Pool,
  channelId: string,
  seq: number,
  personIds: string[],
  restMs: number,
): Promise<Set<string>> {
  const { rows } = await pool.query<{ person_id: string }>({
    name: 'push_claim',
    text: `insert into push_told (person_id, channel_id, seq, told_at)
      select id, $2, $3, now() from unnest($1::uuid[]) as t(id) order by id
      on conflict (person_id, channel_id) do update set seq = excluded.seq, told_at = excluded.told_at
      where push_told.told_at <= now() - $4 * interval '1 millisecond' returning person_id`,
    values: [personIds, channelId, seq, restMs],
  });
  return new Set(rows.map(({ person_id }) => person_id));
}

/** Those whom a notice concerns and who have a device, but for its author and who has seen it; the next ones by id. */
export async function readAudience(
  pool: pg.Pool,
  noticeId: string,
  after: string,
  most: number,
): Promise<{ personId: string; person: MyAttention }[]> {
  const { rows } = await pool.query<{ personId: string; person: MyAttention }>({
    name: 'push_audience',
    text: `select p.id as "personId", p.attention as person from notice n join person p on p.id <> n.author_id
      where n.id = $1 and p.id in (select person_id from push_subscription) and p.id > $2
        and exists (select from notice_group ng join membership m on m.group_id = ng.group_id and m.status = 'active'
          where ng.notice_id = n.id and m.person_id = p.id)
        and not exists (select from receipt r where r.notice_id = n.id and r.person_id = p.id)
      order by p.id limit $3`,
    values: [noticeId, after, most],
  });
  return rows;
}

/** How much these may be disturbed, by person: of those who have a device. */
export async function readAttention(
  pool: pg.Pool,
  personIds: readonly string[],
): Promise<Map<string, MyAttention>> {
  const { rows } = await pool.query<{ id: string; attention: MyAttention }>({
    name: 'push_attention',
    text: `select id, attention from person
      where id = any($1::uuid[]) and id in (select person_id from push_subscription)`,
    values: [personIds],
  });
  return new Map(rows.map(({ id, attention }) => [id, attention]));
}
