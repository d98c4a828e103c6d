// One PostgreSQL and one Redis for the run, and the browser: real ones, got where they are missing, never skipped.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';
import { migrate } from '../../server/platform/migrate.ts';

export interface Services {
  /** A connection address that may create databases. */
  postgresUrl: string;
  redisUrl: string;
  chromium: string;
}

export const TEMPLATE = 'dinh_template';

const fastAndLoose = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};
const inBin = (...names: string[]) => names.map((name) => `/usr/bin/${name}`);
const browsers = inBin('chromium', 'chromium-browser', 'google-chrome');

export async function startServices(): Promise<{ services: Services; stop: () => Promise<void> }> {
  const redisServer = locate({
    paths: ['/usr/bin/redis-server', '/usr/local/bin/redis-server'],
    debianPackage: 'redis-server',
    variable: 'REDIS_SERVER',
  });
  const chromium = locateShell();
  const folder = await mkdtemp(join(tmpdir(), 'dinh-test-'));
  const [postgres, redis] = await Promise.all([startPostgres(folder), startRedis(redisServer, folder)]);
  const stop = async () => {
    redis.process.kill('SIGKILL');
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { services: { postgresUrl: postgres.url, redisUrl: redis.url, chromium }, stop };
}

/** The browser's engine without the windows around it, which cost a third of what a walk takes. */
const locateShell = (): string =>
  locate({
    paths: inBin('chromium-headless-shell'),
    debianPackage: 'chromium-headless-shell',
    variable: 'CHROMIUM',
    others: browsers,
  });

/** A browser as people have it. */
export const locateBrowser = (): string =>
  locate({ paths: browsers, debianPackage: 'chromium', variable: 'CHROMIUM' });

interface Program {
  paths: string[];
  debianPackage: string;
  /** What names another one in the environment. */
  variable: string;
  /** What does as well where it cannot be installed. */
  others?: string[];
}

/** The program, installed first where this is Debian and we are root. */
function locate({ paths, debianPackage, variable, others = [] }: Program): string {
  const given = process.env[variable];
  if (given && !existsSync(given)) throw new Error(`${variable}=${given} does not exist.`);
  const existing = (candidates: string[]) => candidates.find((path) => existsSync(path));
  const found = given ?? existing(paths);
  if (found) return found;
  const other = existing(others);
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      install(debianPackage);
    } catch (error) {
      if (!other) throw error;
    }
  }
  const program = existing(paths) ?? other;
  if (program) return program;
  throw new Error(
    `The tests need ${debianPackage}. Install it (Debian: sudo apt-get install ${debianPackage}), or name it by ${variable}=/path/to/it.`,
  );
}

function install(debianPackage: string): void {
  console.log(`The tests need ${debianPackage}: installing it with apt-get …`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'] as const,
  };
  execFileSync('apt-get', ['update', '-qq'], { ...options, stdio: [...options.stdio] });
  const args = ['install', '-y', '-qq', '--no-install-recommends', debianPackage];
  execFileSync('apt-get', args, { ...options, stdio: [...options.stdio] });
}

async function startPostgres(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const postgres = await startEmbeddedPostgres({ dataDir: folder, settings: fastAndLoose });
  try {
    const client = new pg.Client(postgres.url);
    await client.connect();
    await client.query(`create database ${TEMPLATE}`);
    await client.end();
    const template = new URL(postgres.url);
    template.pathname = TEMPLATE;
    await migrate(template.href);
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function startRedis(program: string, folder: string): Promise<{ url: string; process: ChildProcess }> {
  const port = await unusedPort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const redis = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  process.once('exit', () => redis.kill('SIGKILL'));
  for (let waited = 0; waited < 10_000 && redis.exitCode === null; waited += 50) {
    if (await answers(port)) return { url: `redis://127.0.0.1:${port}`, process: redis };
    await delay(50);
  }
  redis.kill('SIGKILL');
  throw new Error(`${program} did not start on port ${port}.`);
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Below 32768, where no outgoing connection of another test can take it between our look and the server's start. */
export async function unusedPort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 20_000);
    const isUnused = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (isUnused) return port;
  }
}
