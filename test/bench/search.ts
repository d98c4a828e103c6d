// npm run bench:search: a made ward of 10,000 residents, and how long its people wait for a search through the door of the built hub;
// and how much of a labelled set is found when it lies far back. PostgreSQL and the hub on one core, the searchers on another.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import type { Found } from '../../shared/found.ts';
import { labelled, said } from '../support/search-corpus.ts';
import { root } from './machine/processes.ts';
import { leaving, run, say, setUp } from './machine/stage.ts';
import { startHub } from './targets/target.ts';

const USAGE = `npm run bench:search
    -- --messages 1000000      that much is said in the ward
       --rounds 300            searches of each kind
       --json                  one JSON object and nothing else`;

const RESIDENTS = 10_000;
const SEARCHERS = 40;
/** So many newer messages lie over the labelled set: more than are looked through one by one. */
const OVER = 10_000;
const PROMISED_MS = 100;

interface Searcher {
  name: string;
  cookie: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '300' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const { folder, database } = await setUp();
  const messages = Number(values.messages);
  await makeWard(database.url, messages, say);
  const { searchers, labeller, words } = await database.use(async (client) => {
    const reader = await addLabelled(client);
    return {
      labeller: await signIn(client, [reader]),
      searchers: await signIn(client, await pickSearchers(client)),
      words: await pickWords(client),
    };
  });
  const hub = await startHub({ folder, database }, { rateLimitScale: 1000 });
  leaving.push(() => hub.stop());
  const rounds = Number(values.rounds);
  const waits: Record<string, Waits> = {};
  for (const [kind, queries] of Object.entries(kinds(words, searchers))) {
    waits[kind] = await measure(hub.url, searchers, queries, rounds);
    say(`${kind}: p95 ${waits[kind].p95} ms`);
  }
  const recall = await recallOf(hub.url, labeller[0]!);
  const result = { residents: RESIDENTS, messages, rounds, waits, recall };
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else report(result);
  const isKept = Math.max(waits.common!.p95, waits.rare!.p95) < PROMISED_MS && recall.missed.length === 0;
  if (!isKept) process.exitCode = 1;
}

/** As `npm run demo` makes it, by the built code. */
async function makeWard(url: string, messages: number, say: (line: string) => void): Promise<void> {
  const built = pathToFileURL(join(root, 'dist/server/demo/generate.js')).href;
  const { generateWard } = (await import(built)) as {
    generateWard: (url: string, options: object, log: (line: string) => void) => Promise<void>;
  };
  const ward = { residents: RESIDENTS, messages, seed: '1', slug: 'bench', until: '2025-12-31' };
  await generateWard(url, ward, say);
}

/** A group with the labelled set under much newer talk, and somebody who reads it; gives their id. */
async function addLabelled(client: pg.Client): Promise<string> {
  const [groupId, channelId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const texts = [...Object.values(said), ...Array.from({ length: OVER }, (_, n) => `Xin chào ${n}`)];
  const statements: [sql: string, values: unknown[]][] = [
    [
      `insert into community_group (id, commune_id, kind, name, description, created_at)
       select $1, id, 'association', 'Labelled', '', now() from commune where slug = 'bench'`,
      [groupId],
    ],
    [
      `insert into channel (id, group_id, kind, name, position, override, seq, version, created_at)
       values ($1, $2, 'chat', 'Labelled', 0, '{}', $3, $3, now())`,
      [channelId, groupId, texts.length],
    ],
    [
      `insert into person (id, name, phone, passphrase_hash, created_at) values ($1, 'Labeller', '+84000', '', now())`,
      [personId],
    ],
    [
      `insert into membership (id, person_id, group_id, role, status, created_at)
       values (gen_random_uuid(), $1, $2, 'resident', 'active', now())`,
      [personId, groupId],
    ],
    [
      `insert into message (id, channel_id, seq, version, author_id, client_id, text, created_at)
       select gen_random_uuid(), $1, n, n, $2, gen_random_uuid(), text, now() - ($4 - n) * interval '1 s'
       from unnest($3::text[]) with ordinality as t(text, n)`,
      [channelId, personId, texts, texts.length],
    ],
  ];
  for (const [sql, values] of statements) await client.query(sql, values);
  await client.query('vacuum analyze message');
  return personId;
}

/** Whoever holds an office, and residents of all groups. */
async function pickSearchers(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select p.id from person p
     order by exists (select from membership m where m.person_id = p.id and m.role <> 'resident') and p.id::text < '9' desc,
       md5(p.id::text) limit $1`,
    [SEARCHERS],
  );
  return rows.map(({ id }) => id);
}

async function signIn(client: pg.Client, ids: string[]): Promise<Searcher[]> {
  const searchers: Searcher[] = [];
  for (const id of ids) {
    const token = randomBytes(32).toString('base64url');
    const { rows } = await client.query<{ name: string }>(
      `with opened as (insert into session (id, person_id, token_hash, device, created_at, last_seen_at, expires_at)
         values (gen_random_uuid(), $1, $2, '–', now(), now(), now() + interval '1 day'))
       select name from person where id = $1`,
      [id, createHash('sha256').update(token).digest('base64url')],
    );
    searchers.push({ name: rows[0]!.name, cookie: `dinh_session=${token}` });
  }
  return searchers;
}

interface SampledWords {
  common: string[];
  middling: string[];
  rare: string[];
}

/** Words by how many of a hundredth of all messages have them: the commonest, some in between, and such as are in one only. */
async function pickWords(client: pg.Client): Promise<SampledWords> {
  const { rows } = await client.query<{ word: string; ndoc: number }>(
    `select word, ndoc from ts_stat('select words from message where hashtext(id::text) % 100 = 0') order by ndoc desc, word`,
  );
  const sampled = rows.filter(({ word }) => /\p{L}/u.test(word));
  const between = (low: number, high: number) =>
    sampled.filter(({ ndoc }) => ndoc >= low && ndoc <= high).map(({ word }) => word);
  const commonest = sampled.slice(0, 60).map(({ word }) => word);
  return {
    common: commonest,
    middling: between(10, Math.max(10, (sampled[0]?.ndoc ?? 0) / 20)),
    rare: between(1, 1),
  };
}

function kinds({ common, middling, rare }: SampledWords, searchers: Searcher[]): Record<string, string[]> {
  const given = searchers.map(({ name }) => name.split(' ').at(-1)!);
  return {
    common,
    middling,
    rare,
    'two words': common.map((word, n) => `${word} ${middling[n % middling.length]}`),
    phrase: common.map((word, n) => `"${word} ${common[(n * 7 + 1) % common.length]}"`),
    'by a person': common.map((word, n) => `${word} từ:${given[n % given.length]}`),
    'half a year ago': common.map((word) => `${word} trước:1/7/2025`),
    nothing: ['khongcotunaonhuthe', 'đườngxa -đường', 'xyzzy'],
  };
}

interface Waits {
  p50: number;
  p95: number;
  max: number;
}

/** One search at a time, each by the next person. */
async function measure(
  url: string,
  searchers: Searcher[],
  queries: string[],
  rounds: number,
): Promise<Waits> {
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await find(url, searchers[round % searchers.length]!, queries[round % queries.length]!);
    waits.push(performance.now() - began);
  }
  waits.sort((a, b) => a - b);
  const at = (share: number) => Number(waits[Math.min(rounds - 1, Math.floor(rounds * share))]!.toFixed(1));
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

async function find(url: string, { cookie }: Searcher, query: string): Promise<Found> {
  const answer = await fetch(`${url}/api/search?q=${encodeURIComponent(query)}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`"${query}" was refused: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Found;
}

interface Recall {
  queries: number;
  wanted: number;
  found: number;
  /** What was found beside it. */
  others: number;
  missed: string[];
}

async function recallOf(url: string, labeller: Searcher): Promise<Recall> {
  const seqs = new Map(Object.keys(said).map((key, index) => [index + 1, key]));
  const recall: Recall = { queries: labelled.length, wanted: 0, found: 0, others: 0, missed: [] };
  for (const { query, finds } of labelled) {
    const { messages } = await find(url, labeller, query);
    const found = messages.map(({ seq }) => seqs.get(seq) ?? '');
    const missed = finds.filter((key) => !found.includes(key));
    recall.wanted += finds.length;
    recall.found += finds.length - missed.length;
    recall.others += found.filter((key) => !finds.some((wanted) => wanted === key)).length;
    recall.missed.push(...missed.map((key) => `${query}: ${key}`));
  }
  return recall;
}

function report(result: {
  messages: number;
  rounds: number;
  waits: Record<string, Waits>;
  recall: Recall;
}): void {
  const { messages, rounds, waits, recall } = result;
  console.log(`\n${messages.toLocaleString('en')} messages, ${rounds} searches of each kind, ms\n`);
  console.log(`${'words'.padEnd(18)}${['p50', 'p95', 'max'].map((name) => name.padStart(8)).join('')}`);
  for (const [kind, { p50, p95, max }] of Object.entries(waits)) {
    console.log(`${kind.padEnd(18)}${[p50, p95, max].map((ms) => ms.toFixed(1).padStart(8)).join('')}`);
  }
  const share = ((recall.found / recall.wanted) * 100).toFixed(1);
  console.log(
    `\nrecall ${share} % of ${recall.wanted} in ${recall.queries} queries; ${recall.others} others found`,
  );
  for (const line of recall.missed) console.log(`missed: ${line}`);
}

await run(main);
