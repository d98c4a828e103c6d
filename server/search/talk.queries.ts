// Finding what was said: first those who wrote it exactly so, then all others, each the newest first, in the searcher's channels.
import type pg from 'pg';
import type { Carried } from '../../shared/carried.ts';
import type { Filter } from '../../shared/search.ts';
import { Parameters } from './parameters.ts';
import { filterConditions } from './search.filters.ts';
import type { Words } from './search.words.ts';

export interface TalkRow {
  id: string;
  channel_id: string;
  /** Null where it was not said in a topic. */
  parent_id: string | null;
  seq: string;
  author_id: string;
  name: string;
  seat: string | null;
  text: string;
  carried: Carried | null;
  created_at: Date;
}

export interface TalkSearch {
  channelIds: string[];
  words: Words;
  filters: Filter[];
  limit: number;
}

/** So many of the newest messages are looked through one by one, in all channels together, before the index is asked. */
const WALK = 4_000;
/** Topics are many and mostly short: these, under the newest messages, are asked by the index alone. */
const TOPICS = 5_000;

export async function findTalk(pool: pg.Pool, search: TalkSearch): Promise<TalkRow[]> {
  const { channelIds, words, limit } = search;
  if (channelIds.length === 0) return [];
  if (!words.exact) return newest(pool, search, { words: words.folded, but: null }, limit);
  const exact = await newest(pool, search, { words: words.exact, but: null }, limit);
  if (exact.length >= limit) return exact;
  const others = await newest(pool, search, { words: words.folded, but: words.exact }, limit - exact.length);
  return [...exact, ...others];
}

interface Wanted {
  words: string | null;
  but: string | null;
}

/**
 * A common word has so many hits that to gather and sort them all would take seconds, but some are among the newest messages; a
 * rare one has few, and the index knows them. What cannot be found by looking through the newest is rare enough for the index.
 */
async function newest(pool: pg.Pool, search: TalkSearch, wanted: Wanted, limit: number): Promise<TalkRow[]> {
  const [walked, inTopics] = await Promise.all([
    walk(pool, search, wanted, limit),
    ask(pool, search, wanted, limit, newestTopics),
  ]);
  const { rows, isAll } = walked;
  const inChannels =
    isAll || rows.length >= limit ? rows : await ask(pool, search, wanted, limit, (ids) => ids);
  return [...inChannels, ...inTopics]
    .toSorted((a, b) => b.created_at.getTime() - a.created_at.getTime())
    .slice(0, limit);
}

/**
 * Hits among the newest of each channel. Beyond the place to which all channels were looked through, a hit of another channel might
 * be newer: only what came after it counts.
 */
async function walk(
  pool: pg.Pool,
  search: TalkSearch,
  wanted: Wanted,
  limit: number,
): Promise<{ rows: TalkRow[]; isAll: boolean }> {
  const params = new Parameters();
  const ids = params.add(search.channelIds);
  const depth = params.add(Math.ceil(WALK / search.channelIds.length));
  const { rows } = await pool.query<TalkRow & { reached: Date | null }>({
    text: `with reached as materialized (
        select max(m.created_at) as at from channel c join message m on m.channel_id = c.id and m.seq = c.seq - ${depth}
        where c.id = any(${ids}::uuid[])
      ), found as (
        select m.* from unnest(${ids}::uuid[]) as c(id) cross join lateral (
          select id, channel_id, seq, author_id, seat, text, carried, created_at, deleted_at, removed_at, words from message
          where channel_id = c.id order by seq desc limit ${depth}
        ) m
        where ${conditionsOf(search, wanted, params)}
        order by m.created_at desc, m.seq desc limit ${params.add(limit)}
      )
      select m.id, m.channel_id, null as parent_id, m.seq, m.author_id, a.name, m.seat, m.text, m.carried, m.created_at, reached.at as reached
      from reached left join (found m join person a on a.id = m.author_id) on true
      order by m.created_at desc, m.seq desc`,
    values: params.values,
  });
  const reached = rows[0]?.reached ?? null;
  const found = rows.filter(({ id }) => id !== null);
  return {
    rows: reached ? found.filter(({ created_at }) => created_at > reached) : found,
    isAll: reached === null,
  };
}

const newestTopics = (ids: string) =>
  `array(select id from channel where parent_id = any(${ids}::uuid[]) order by id desc limit ${TOPICS})`;

/** Hits by the index, in the channels or in what `within` makes of them. */
async function ask(
  pool: pg.Pool,
  search: TalkSearch,
  wanted: Wanted,
  limit: number,
  within: (ids: string) => string,
): Promise<TalkRow[]> {
  const params = new Parameters();
  const ids = params.add(search.channelIds);
  const { rows } = await pool.query<TalkRow>({
    text: `select m.id, m.channel_id, c.parent_id, m.seq, m.author_id, a.name, m.seat, m.text, m.carried, m.created_at from (
        select id, channel_id, seq, author_id, seat, text, carried, created_at from message m
        where m.channel_id = any(${within(ids)}::uuid[]) and ${conditionsOf(search, wanted, params)}
        order by m.created_at desc, m.seq desc limit ${params.add(limit)}
      ) m join person a on a.id = m.author_id join channel c on c.id = m.channel_id
      order by m.created_at desc, m.seq desc`,
    values: params.values,
  });
  return rows;
}

function conditionsOf({ filters }: TalkSearch, { words, but }: Wanted, params: Parameters): string {
  const columns = { author: 'm.author_id', at: 'm.created_at', text: 'm.text', carried: 'm.carried' };
  return [
    'm.deleted_at is null and m.removed_at is null',
    ...(words === null ? [] : [`m.words @@ ${params.add(words)}::tsquery`]),
    ...(but === null ? [] : [`not m.words @@ ${params.add(but)}::tsquery`]),
    ...(filters.some((one) => one.kind === 'has' && one.what === 'link' && !one.isNegative)
      ? [`m.words @@ 'http | https'::tsquery`]
      : []),
    ...(filterConditions(filters, columns, params) ?? ['false']),
  ].join(' and ');
}
