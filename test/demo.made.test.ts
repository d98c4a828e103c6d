import { beforeAll, expect, test } from 'vitest';
import { readArguments, runDemo } from '../server/demo/cli.ts';
import { DEMO_PASSPHRASE } from '../server/demo/demo.keys.ts';
import { generateWard, type WardOptions } from '../server/demo/generate.ts';
import { songCau } from '../server/demo/ward/ward.ts';
import { bootHub } from './support/app.ts';
import { createDatabase } from './support/services.ts';
import { breaches, query } from './support/ward-laws.ts';

const small: WardOptions = {
  residents: 300,
  messages: 3000,
  seed: '1',
  slug: 'phuong-mau-300',
  until: '2025-12-31',
};
const tables =
  'commune community_group channel household person membership message message_revision read_marker notice notice_group receipt procedure thread post audit_entry';

/** A hash of all that is in the database but the passphrases, whose salts are drawn anew. */
async function contentHash(url: string): Promise<string> {
  const parts = tables
    .split(' ')
    .map((table) => {
      const row = `(to_jsonb(t) - 'passphrase_hash')::text`;
      return `select '${table}' as name, md5(string_agg(${row}, '' order by ${row})) as hash from "${table}" t`;
    })
    .join(' union all ');
  const [found] = await query<{ hash: string }>(
    url,
    `select string_agg(name || hash, ' ' order by name) as hash from (${parts}) h`,
  );
  return found!.hash;
}

async function made(options: WardOptions): Promise<string> {
  const url = await createDatabase();
  await generateWard(url, options, () => undefined);
  return url;
}

let ward: string;
beforeAll(async () => {
  ward = await made(small);
});

test('one seed makes one ward, another seed another', async () => {
  const hash = await contentHash(ward);
  expect(await contentHash(await made(small))).toBe(hash);
  expect(await contentHash(await made({ ...small, seed: '2' }))).not.toBe(hash);
});

test('a made ward breaks no law of the hub, and is as large as was asked', async () => {
  expect(await breaches(ward)).toEqual([]);
  const [counts] = await query(
    ward,
    `select (select count(*)::int from person) as people, (select count(*)::int from message) as messages,
            (select count(*)::int from notice) as notices, (select count(*)::int from thread) as threads,
            (select count(*)::int from procedure) as procedures, (select bool_and(is_demo) from commune) as is_demo,
            (select extract(day from max(created_at) - min(created_at))::int from message) as days,
            (select count(*) > 0 from message where edited_at is not null) as has_edits,
            (select count(*) > 0 from message where deleted_at is not null) as has_deletions`,
  );
  expect(counts).toEqual({
    people: 300,
    messages: 3000,
    notices: 120,
    threads: 60,
    procedures: songCau.procedures.length,
    is_demo: true,
    days: 364,
    has_edits: true,
    has_deletions: true,
  });
});

test('a made ward has no one-tap people, but opens by phone', async () => {
  const made = await bootHub({ databaseUrl: ward });
  expect(await made.visitor().call('demo.list')).toEqual([]);
  const [admin] = await query<{ id: string; phone: string }>(
    ward,
    `select p.id, p.phone from person p join membership m on m.person_id = p.id where m.role = 'admin'`,
  );
  const visitor = made.visitor();
  // With the id, because a couple may share the phone.
  await visitor.call('session.create', {
    body: { phone: admin!.phone, passphrase: DEMO_PASSPHRASE, personId: admin!.id },
  });
  const groups = await visitor.call('group.list');
  for (const { id } of groups.flatMap(({ channels }) => channels)) {
    await visitor.call('message.list', { params: { channelId: id }, query: {} });
  }
  expect((await visitor.call('notice.list')).length).toBeGreaterThan(10);
  expect((await visitor.call('thread.list', { query: {} })).length).toBeGreaterThan(10);
});

test('a slug is taken once; the same seed fits in beside it under another one', async () => {
  const url = await made(small);
  await expect(generateWard(url, small, () => undefined)).rejects.toThrow(
    'There is a commune "phuong-mau-300" already.',
  );
  await generateWard(url, { ...small, slug: 'ban-sao' }, () => undefined);
  expect(await breaches(url)).toEqual([]);
});

test('the command line is read, or refused with one clear line', () => {
  expect(readArguments([])).toBeNull();
  expect(readArguments(['--help'])).toBe('help');
  expect(readArguments(['--residents', '10000'])).toEqual({
    residents: 10_000,
    messages: 200_000,
    seed: '1',
    slug: 'phuong-mau-10000',
    until: '2025-12-31',
  });
  expect(readArguments(['--residents=300', '--messages=3000', '--seed=x', '--slug=a-b'])).toMatchObject({
    messages: 3000,
    seed: 'x',
    slug: 'a-b',
  });
  for (const [args, line] of [
    [['--resident', '5'], "Unknown option '--resident'"],
    [['10000'], "Unexpected argument '10000'"],
    [['--residents'], "Option '--residents <value>' argument missing"],
    [['--seed', '3'], '--seed goes with --residents'],
    [['--residents', '99'], '--residents takes a whole number'],
    [['--residents', '1e3'], '--residents takes a whole number'],
    [['--residents', '300', '--messages', '1000001'], '--messages takes a whole number'],
    [['--residents', '300', '--slug', 'Phường'], '--slug takes small letters'],
    [['--residents', '300', '--until', '2999-01-01'], '--until takes a day that is over'],
    [['--residents', '300', '--until', '2025-02-30'], '--until takes a day that is over'],
  ] as const) {
    expect(() => readArguments([...args])).toThrow(line);
  }
});

test('npm run demo loads what is not there yet into the configured database', async () => {
  const url = await createDatabase();
  const lines: string[] = [];
  const run = (args: string[], databaseUrl = url) =>
    runDemo(args, { DATABASE_URL: databaseUrl }, (line) => lines.push(line));
  await run([]);
  await run([]);
  await run(['--residents', '100', '--messages', '500']);
  expect(lines[0]).toMatch(/^Phường Sông Cầu: 59 people/);
  expect(lines[1]).toBe('The sample ward Sông Cầu is there already.');
  expect(lines.some((line) => /^Made "phuong-mau-100": [\d,]+ rows in .* rows\/s\.$/.test(line))).toBe(true);
  expect(lines.filter((line) => line.includes('%'))).toHaveLength(10);
  expect(await query(url, 'select slug from commune order by slug')).toEqual([
    { slug: 'phuong-mau-100' },
    { slug: 'song-cau' },
  ]);
  await expect(run([], 'postgres://nobody@127.0.0.1:1/none')).rejects.toThrow('refuses');
  await expect(run([], 'mysql://x')).rejects.toThrow('DATABASE_URL');
});
