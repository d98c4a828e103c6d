// The statements about topics. They look at messages with SQL, because that feature stands to the right of this one.
import type { EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { TopicPlace } from '../../shared/topics.ts';
import { messageJson } from './message.sql.ts';

/** A person's topics listed and heard at a time; beyond, those with the latest answers. */
const FOLLOWED = 200;

/** The channel in which the message of a topic stands; null where no message has this id. */
export async function findParentId(em: EntityManager, topicId: string): Promise<string | null> {
  const [row] = await em.execute<{ channel_id: string }[]>('select channel_id from message where id = ?', [
    topicId,
  ]);
  return row?.channel_id ?? null;
}

export interface TopicRoot {
  parentId: string;
}

/** The same for many, in the order of the ids. It holds for ever. */
export async function readRoots(pool: pg.Pool, ids: readonly string[]): Promise<(TopicRoot | null)[]> {
  const { rows } = await pool.query<{ id: string; channel_id: string }>({
    name: 'topic_roots',
    text: 'select id, channel_id from message where id = any($1::uuid[])',
    values: [ids],
  });
  const byId = new Map(rows.map(({ id, channel_id }) => [id, { parentId: channel_id }]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** What these topics hang on, as one person sees it. */
export async function readTopicPlaces(
  em: EntityManager,
  personId: string,
  topicIds: string[],
): Promise<Map<string, TopicPlace>> {
  if (topicIds.length === 0) return new Map();
  const rows = await em.execute<{ id: string; place: TopicPlace }[]>(
    `select t.id, json_build_object(
       'parentId', t.channel_id, 'isFollowing', coalesce(f.is_on, false),
       'root', (select ${messageJson} from message m join person a on a.id = m.author_id where m.id = t.id),
       'quoted', (select ${messageJson} from message m join person a on a.id = m.author_id where m.id = t.reply_to_id)
     ) as place
     from message t left join topic_follow f on f.topic_id = t.id and f.person_id = ?
     where t.id in (${topicIds.map(() => '?').join(', ')})`,
    [personId, ...topicIds],
  );
  return new Map(rows.map(({ id, place }) => [id, place]));
}

export interface FollowedTopic extends TopicRoot {
  id: string;
}

/** The topics that each of these people follows, those with the latest answers first, in the order of the people. */
export async function readFollowed(pool: pg.Pool, personIds: readonly string[]): Promise<FollowedTopic[][]> {
  const { rows } = await pool.query<{ person_id: string; topics: FollowedTopic[] }>({
    name: 'followed_topics',
    text: `select p.id as person_id, coalesce(json_agg(json_build_object('id', t.id, 'parentId', t.parent_id) order by t.at desc)
        filter (where t.id is not null), '[]') as topics
      from unnest($1::uuid[]) as p(id) left join lateral (
        select c.id, c.parent_id, last.created_at as at
        from topic_follow f join channel c on c.id = f.topic_id join message last on last.channel_id = c.id and last.seq = c.seq
        where f.person_id = p.id and f.is_on order by last.created_at desc limit ${FOLLOWED}
      ) t on true group by p.id`,
    // Somebody who asks from two windows at once stands here twice.
    values: [[...new Set(personIds)]],
  });
  const byId = new Map(rows.map(({ person_id, topics }) => [person_id, topics]));
  return personIds.map((id) => byId.get(id) ?? []);
}

/** Whether this person follows the topic. */
export async function isFollowing(pool: pg.Pool, personId: string, topicId: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'is_following',
    text: 'select from topic_follow where topic_id = $1 and person_id = $2 and is_on',
    values: [topicId, personId],
  });
  return rowCount === 1;
}

/** Makes the topic of a message that stands in a channel of a list, unless it is there; gives whether it was made. */
export async function makeTopic(pool: pg.Pool, topicId: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'make_topic',
    text: `insert into channel (id, group_id, parent_id, kind, name, position, override, created_at)
      select m.id, c.group_id, c.id, c.kind, '', 0, '{}', clock_timestamp()
      from message m join channel c on c.id = m.channel_id
      where m.id = $1 and c.parent_id is null and m.deleted_at is null and m.removed_at is null
      on conflict (id) do nothing`,
    values: [topicId],
  });
  return rowCount === 1;
}

export interface Joining {
  topicId: string;
  /** Who speaks: they follow from now on, even where they had left. */
  speakerId: string;
  /** Who is named, and with the first answer the author of the message: where they had left, they stay away. */
  others: string[];
  withAuthor: boolean;
}

/** Lets people follow a topic; what was said before is not unread for them. Gives who follows anew, null where there is no topic. */
export async function joinTopic(
  pool: pg.Pool,
  { topicId, speakerId, others, withAuthor }: Joining,
): Promise<string[] | null> {
  const { rows } = await pool.query<{ joined: string[] }>({
    name: 'join_topic',
    text: `with topic as (
        select c.id, c.seq, m.author_id from channel c join message m on m.id = c.id where c.id = $1 and c.parent_id is not null
      ), people as (
        select unnest($3::uuid[] || $2::uuid) as id union select author_id from topic where $4
      ), marked as (
        insert into read_marker (person_id, channel_id, seq) select people.id, topic.id, topic.seq from people, topic
        on conflict do nothing
      ), followed as (
        insert into topic_follow (person_id, topic_id, is_on) select people.id, topic.id, true from people, topic
        on conflict (person_id, topic_id) do update set is_on = true
        where not topic_follow.is_on and topic_follow.person_id = $2
        returning person_id
      )
      select array(select person_id from followed) as joined from topic`,
    values: [topicId, speakerId, others, withAuthor],
  });
  return rows[0]?.joined ?? null;
}

/** Follows a topic or leaves it; gives whether there is one. */
export async function setFollowing(
  em: EntityManager,
  personId: string,
  topicId: string,
  isOn: boolean,
): Promise<boolean> {
  const rows = await em.execute<object[]>(
    `with marked as (
       insert into read_marker (person_id, channel_id, seq)
       select ?, c.id, c.seq from channel c where c.id = ? and c.parent_id is not null
       on conflict do nothing
     )
     insert into topic_follow (person_id, topic_id, is_on)
     select ?, c.id, ? from channel c where c.id = ? and c.parent_id is not null
     on conflict (person_id, topic_id) do update set is_on = excluded.is_on returning 1`,
    [personId, topicId, personId, isOn, topicId],
  );
  return rows.length > 0;
}
