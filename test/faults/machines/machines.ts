// The three kinds of program of a run: the hub's server, PostgreSQL, Redis.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { Machine } from './machine.ts';

const root = join(import.meta.dirname, '../../..');

export function serverMachine(
  name: string,
  port: number,
  environment: { databaseUrl: string; redisUrl: string; program: string },
): Machine {
  return new Machine({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', environment.program],
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: environment.databaseUrl,
      REDIS_URL: environment.redisUrl,
      RATE_LIMIT_SCALE: '100',
      LOG_LEVEL: 'warn',
      DEMO: 'never',
    },
    isReady: async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
      await answer?.body?.cancel();
      return answer?.ok ?? false;
    },
  });
}

/** With fsync, in the folder. */
export function postgresMachine(folder: string, port: number): Machine {
  return new Machine({
    name: 'postgres',
    command: process.execPath,
    args: [join(import.meta.dirname, 'postgres.run.ts'), folder, String(port)],
    isReady: async () => {
      const url = await postgresUrl(folder, port).catch(() => null);
      if (!url) return false;
      const client = new pg.Client(url);
      client.on('error', () => undefined);
      return client.connect().then(
        () => client.end().then(() => true),
        () => false,
      );
    },
    alsoKill: async () => {
      const lock = await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => '');
      const pid = Number.parseInt(lock, 10);
      if (!pid) return;
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    },
  });
}

export async function postgresUrl(folder: string, port: number): Promise<string> {
  const password = (await readFile(join(folder, 'postgres/password'), 'utf8')).trim();
  return `postgres://dinh:${password}@127.0.0.1:${port}/dinh`;
}

export function redisMachine(folder: string, port: number): Machine {
  const places = [process.env.REDIS_SERVER, '/usr/bin/redis-server', '/usr/local/bin/redis-server'];
  const command = places.find((path) => path && existsSync(path));
  if (!command)
    throw new Error(
      'The fault test needs redis-server (Debian: apt-get install redis-server, or REDIS_SERVER).',
    );
  const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder };
  return new Machine({
    name: 'redis',
    command,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    isReady: () => pings(port),
  });
}

function pings(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The built server; FAULTS_SERVER names another build of it. */
export function builtServer(): string {
  return process.env.FAULTS_SERVER ?? join(root, 'dist/server/main.js');
}

/** Brings the database to the state that the built server expects. */
export async function migrateBuilt(databaseUrl: string): Promise<void> {
  // As built: the migrations' own sources need more of TypeScript than Node runs.
  const built = join(builtServer(), '../platform/migrate.js');
  const { migrate } = (await import(built)) as { migrate: (url: string) => Promise<string[]> };
  await migrate(databaseUrl);
}
