// The start as a person meets it: what it keeps, and what it says in one line when it cannot go on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { START_MS, until } from './support/actor.ts';
import { createDatabase, unusedPort } from './support/services.ts';

const main = join(import.meta.dirname, '../dist/server/main.js');

/** The built hub with this environment and nothing else of ours; `lines` is what a person reads. */
function launch(environment: Record<string, string>) {
  const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env;
  const env = {
    ...inherited,
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    ...environment,
  };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ended, lines: () => printed.split('\n').filter((line) => line.trim() !== '') };
}

async function refusal(environment: Record<string, string>): Promise<string> {
  const { ended, lines } = launch({ PORT: String(await unusedPort()), ...environment });
  expect(await ended).toBe(1);
  const said = lines().filter((line) => !line.endsWith('…'));
  expect(said).toHaveLength(1);
  return said[0]!;
}

test('its own PostgreSQL: loads the sample ward once, keeps all across restarts, and stops cleanly', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dinh-start-'));
  try {
    const port = String(await unusedPort());
    const names: string[][] = [];
    for (const round of ['first', 'second'] as const) {
      const hub = launch({ PORT: port, DATA_DIR: dataDir });
      await until(
        `the ${round} start`,
        async () => {
          if (hub.child.exitCode !== null) throw new Error(hub.lines().join('\n'));
          return (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok;
        },
        START_MS,
      );
      const people = (await (await fetch(`http://127.0.0.1:${port}/api/demo`)).json()) as { name: string }[];
      names.push(people.map(({ name }) => name));
      expect(hub.lines().join('\n')).toContain(`Đình is open at  http://localhost:${port}`);
      expect(hub.lines().some((line) => line.includes('loading the sample ward'))).toBe(round === 'first');
      if (round === 'first')
        expect(await refusal({ DATA_DIR: dataDir })).toMatch(/^The data folder .* is in use by process \d+/);
      hub.child.kill('SIGINT');
      expect(await hub.ended).toBe(0);
    }
    expect(names[0]).toHaveLength(7);
    expect(names[1]).toEqual(names[0]);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('with a database of one’s own it loads no sample', async () => {
  const port = String(await unusedPort());
  const hub = launch({ PORT: port, DATABASE_URL: await createDatabase() });
  await until(
    'the start',
    async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok,
    START_MS,
  );
  expect(await (await fetch(`http://127.0.0.1:${port}/api/communes`)).json()).toEqual([]);
  hub.child.kill('SIGTERM');
  expect(await hub.ended).toBe(0);
});

test('what makes a start impossible is said in one line, exit 1', async () => {
  const databaseUrl = await createDatabase();
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  expect(await refusal({ DATABASE_URL: databaseUrl, PORT: String(port) })).toContain(
    `Port ${port} is in use`,
  );
  taken.close();

  expect(await refusal({ DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' })).toContain('127.0.0.1:1 refuses');
  expect(await refusal({ DATABASE_URL: 'hello' })).toContain('DATABASE_URL');
  expect(await refusal({ DATABASE_URL: databaseUrl, REDIS_URL: 'redis://127.0.0.1:1' })).toContain(
    '127.0.0.1:1',
  );
  expect(await refusal({ DATA_DIR: '/proc/nothing/can/be/here' })).toContain('cannot be written');

  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(`insert into mikro_orm_migrations (name) values ('Migration29990101000000_future')`);
  await client.end();
  expect(await refusal({ DATABASE_URL: databaseUrl })).toContain('newer than this code');
});
