// Reads of a channel. Each page and each sync is one statement, so that it shows one moment: its messages and its version agree.
import type pg from 'pg';
import type {
  MessagePage,
  MessageQuery,
  MessageView,
  MyReactions,
  SyncResult,
} from '../../shared/messages.ts';
import { messageJson } from '../channels/message.sql.ts';

/** More changes than this are cheaper to read anew than to send. */
const SYNC_LIMIT = 500;

/** All that a view shows; not `words`, which are for the search and longer than the text. */
const columns = [
  'id',
  'channel_id',
  'seq',
  'version',
  'author_id',
  'client_id',
  'seat',
  'text',
  'reply_to_id',
  'reply_to_seq',
  'carried',
  'created_at',
  'edited_at',
  'deleted_at',
  'removed_at',
  'reactions',
  'pinned_at',
  'pinned_by_id',
].join(', ');

/** Each takes a channel and a place in seq from `q`, and a limit as $3. */
const stretch = (where: string, order: 'asc' | 'desc') =>
  `(select ${columns} from message where channel_id = q.channel_id and ${where} order by seq ${order} limit $3)`;

const stretches = {
  newest: stretch('seq > q.at', 'desc'),
  before: stretch('seq < q.at', 'desc'),
  after: stretch('seq > q.at', 'asc'),
  around: `${stretch('seq < q.at', 'desc')} union all ${stretch('seq >= q.at', 'asc')}`,
};

/** $1: channels, $2: a place in each. */
const pagesSql = (source: string) => `
  select q.ord, c.version, c.seq as last_seq, p.messages, p.quoted
  from unnest($1::uuid[], $2::int8[]) with ordinality as q(channel_id, at, ord)
  join channel c on c.id = q.channel_id
  cross join lateral (
    with page as materialized (${source}),
    quoted as (
      select ${columns} from message r
      where r.id in (select reply_to_id from page) and r.id not in (select id from page)
    )
    select
      coalesce((select json_agg(${messageJson} order by m.seq) from page m join person a on a.id = m.author_id), '[]') as messages,
      coalesce((select json_agg(${messageJson}) from quoted m join person a on a.id = m.author_id), '[]') as quoted
  ) p`;

/** A stretch of a channel. `around` gives up to `limit` on either side of a place. */
export interface PagePlace {
  channelId: string;
  kind: keyof typeof stretches;
  at: number;
  limit: number;
}

/** A page as it is the same for everybody. */
export type Page = Omit<MessagePage, 'mine'>;

export function placeOf(channelId: string, { before, after, around, ...query }: MessageQuery): PagePlace {
  const kind =
    before !== undefined
      ? 'before'
      : after !== undefined
        ? 'after'
        : around !== undefined
          ? 'around'
          : 'newest';
  const limit = Math.max(query.limit, 1);
  return {
    channelId,
    kind,
    at: before ?? after ?? around ?? 0,
    limit: kind === 'around' ? Math.ceil(limit / 2) : limit,
  };
}

/** The pages at these places: one statement for all that are alike, in which what is asked for twice is read once. */
export async function readPages(pool: pg.Pool, places: readonly PagePlace[]): Promise<Page[]> {
  const keyOf = ({ channelId, kind, at, limit }: PagePlace) => `${kind}_${limit} ${channelId} ${at}`;
  const distinct = new Map(places.map((place) => [keyOf(place), place]));
  const alike = Map.groupBy(distinct.values(), ({ kind, limit }) => `${kind} ${limit}`);
  const read = await Promise.all([...alike.values()].map((of) => readAlike(pool, of)));
  const pages = new Map(read.flat().map(({ place, page }) => [keyOf(place), page]));
  return places.map((place) => pages.get(keyOf(place))!);
}

/** Pages at places of one kind, with one limit. */
async function readAlike(pool: pg.Pool, places: PagePlace[]): Promise<{ place: PagePlace; page: Page }[]> {
  const { kind, limit } = places[0]!;
  const { rows } = await pool.query<PageRow>({
    name: `pages_${kind}`,
    text: pagesSql(stretches[kind]),
    values: [places.map(({ channelId }) => channelId), places.map(({ at }) => at), limit],
  });
  const rowOf = new Map(rows.map((row) => [Number(row.ord), row]));
  return places.map((place, index) => ({ place, page: pageOf(place, rowOf.get(index + 1)) }));
}

function pageOf({ kind }: PagePlace, row: PageRow | undefined): Page {
  // A topic in which nobody has answered yet.
  if (!row) return { version: 0, messages: [], quoted: [], hasBefore: false, hasAfter: false };
  const { version, messages, quoted } = row;
  const lastSeq = Number(row.last_seq);
  const first = messages[0]?.seq;
  const last = messages.at(-1)?.seq;
  return {
    version: Number(version),
    messages,
    quoted,
    // Places count from 1 without holes, so the ends tell what lies beyond them.
    hasBefore: first !== undefined ? first > 1 : kind === 'after' && lastSeq > 0,
    hasAfter: last !== undefined ? last < lastSeq : kind === 'before' && lastSeq > 0,
  };
}

interface PageRow {
  ord: string;
  version: string;
  last_seq: string;
  messages: MessageView[];
  quoted: MessageView[];
}

/** How far these channels have come. */
export async function readVersions(
  pool: pg.Pool,
  channelIds: string[],
): Promise<{ id: string; version: number }[]> {
  const { rows } = await pool.query<{ id: string; version: string }>({
    name: 'versions',
    text: 'select id, version from channel where id = any($1)',
    values: [channelIds],
  });
  return rows.map(({ id, version }) => ({ id, version: Number(version) }));
}

/** One person's reactions among these messages. */
export async function readMine(
  pool: pg.Pool,
  personId: string,
  messages: MessageView[],
): Promise<MyReactions> {
  const ids = messages.filter(({ reactions }) => reactions.length > 0).map(({ id }) => id);
  if (ids.length === 0) return {};
  const { rows } = await pool.query<{ message_id: string; emoji: string[] }>({
    name: 'my_reactions',
    text: `select message_id, array_agg(emoji order by created_at) as emoji from reaction
      where message_id = any($1::uuid[]) and person_id = $2 group by message_id`,
    values: [ids, personId],
  });
  return Object.fromEntries(rows.map(({ message_id, emoji }) => [message_id, emoji]));
}

/** What is pinned in a channel, the newest pin first. */
export async function readPins(pool: pg.Pool, channelId: string): Promise<MessageView[]> {
  const { rows } = await pool.query<{ view: MessageView }>({
    name: 'pins',
    text: `select ${messageJson} as view from message m join person a on a.id = m.author_id
      where m.channel_id = $1 and m.pinned_at is not null and m.deleted_at is null and m.removed_at is null
      order by m.pinned_at desc`,
    values: [channelId],
  });
  return rows.map(({ view }) => view);
}

/** The messages that stand under these client ids of these authors, by their place in the lists. */
export async function readKnown(
  pool: pg.Pool,
  authorIds: string[],
  clientIds: string[],
): Promise<Map<number, MessageView>> {
  const { rows } = await pool.query<{ ord: string; view: MessageView }>({
    name: 'known_messages',
    text: `select i.ord, ${messageJson} as view
      from unnest($1::uuid[], $2::uuid[]) with ordinality as i(author_id, client_id, ord)
      join message m on m.author_id = i.author_id and m.client_id = i.client_id
      join person a on a.id = m.author_id`,
    values: [authorIds, clientIds],
  });
  return new Map(rows.map(({ ord, view }) => [Number(ord) - 1, view]));
}

/** The place of a message in this channel; null where it is not in it. */
export async function findPlace(pool: pg.Pool, channelId: string, messageId: string): Promise<number | null> {
  const { rows } = await pool.query<{ seq: string }>({
    name: 'place',
    text: 'select seq from message where id = $1 and channel_id = $2',
    values: [messageId, channelId],
  });
  return rows[0] ? Number(rows[0].seq) : null;
}

/** What `sync` answers, as it is the same for everybody. */
export type Changes =
  Exclude<SyncResult, { kind: 'changes' }> | Omit<Extract<SyncResult, { kind: 'changes' }>, 'mine'>;

export interface SyncPlace {
  channelId: string;
  after: number;
}

/** For each place every change of the channel after a version, tombstones included; a place that is asked for twice is read once. */
export async function readChanges(pool: pg.Pool, places: readonly SyncPlace[]): Promise<Changes[]> {
  const keys = places.map(({ channelId, after }) => `${channelId} ${after}`);
  const distinct = new Map(keys.map((key, index) => [key, places[index]!]));
  const { rows } = await pool.query<{ ord: string; version: string; messages: MessageView[] }>({
    name: 'changes',
    text: `select q.ord, c.version,
        coalesce((select json_agg(${messageJson} order by m.seq) from (
            select ${columns} from message where channel_id = q.channel_id and version > q.after
            order by version limit ${SYNC_LIMIT + 1}
          ) m join person a on a.id = m.author_id), '[]') as messages
      from unnest($1::uuid[], $2::int8[]) with ordinality as q(channel_id, after, ord)
      join channel c on c.id = q.channel_id`,
    values: [
      [...distinct.values()].map(({ channelId }) => channelId),
      [...distinct.values()].map(({ after }) => after),
    ],
  });
  const rowOf = new Map(rows.map((row) => [Number(row.ord), row]));
  const results = new Map(
    [...distinct].map(([key, place], index) => {
      // A topic in which nobody has answered yet has no row.
      const row = rowOf.get(index + 1) ?? { version: '0', messages: [] };
      return [key, syncResult(place, row)];
    }),
  );
  return keys.map((key) => results.get(key)!);
}

function syncResult({ after }: SyncPlace, row: { version: string; messages: MessageView[] }): Changes {
  const version = Number(row.version);
  const { messages } = row;
  if (messages.length > SYNC_LIMIT || after > version) return { kind: 'reset', version };
  return { kind: 'changes', version, messages };
}
