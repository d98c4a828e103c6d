// PostgreSQL as `npm start` runs it, with fsync, on the servers' core.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../server/platform/embedded-postgres.ts';
import { LOAD_CORE, moveTo, SERVER_CORE } from './cores.ts';
import { root } from './processes.ts';

export interface Database {
  /** Of the hub, migrated. */
  url: string;
  /** Of the bare servers, empty. */
  peerUrl: string;
  pid: number;
  /** Runs statements on the hub's database. */
  use<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Lets PostgreSQL do now what it put off, so that one scenario does not pay for what another one wrote. */
  tidyUp(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabase(folder: string): Promise<Database> {
  // It inherits the core of whoever starts it.
  moveTo(SERVER_CORE);
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  moveTo(LOAD_CORE);
  const lockFile = join(folder, 'postgres/cluster/postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8')).split('\n')[0]);
  const peerUrl = new URL(postgres.url);
  peerUrl.pathname = 'peer';
  const use = <T>(work: (client: pg.Client) => Promise<T>) => connected(postgres.url, work);
  const owner = new URL(postgres.url);
  owner.username = 'postgres';
  const tidyUp = async () => {
    await use((client) => client.query('vacuum analyze message'));
    await connected(owner.href, (client) => client.query('checkpoint'));
  };
  const stop = () => postgres.stop();
  try {
    await use((client) => client.query('create database peer'));
    // As built: the migrations' own sources need more of TypeScript than Node runs.
    const built = pathToFileURL(join(root, 'dist/server/platform/migrate.js')).href;
    const { migrate } = (await import(built)) as { migrate: (url: string) => Promise<string[]> };
    await migrate(postgres.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: postgres.url, peerUrl: peerUrl.href, pid, use, tidyUp, stop };
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
