// A real PostgreSQL in the data folder, for an install that was given no DATABASE_URL. It is started in a process group of its
// own, so that Ctrl-C reaches the application first; what a killed application leaves behind is put in order at the next start.
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, existsSync, openSync, truncateSync, statSync } from 'node:fs';
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  clusterIsInitialised,
  initialiseCluster,
  openDatabase,
  unusedPort,
} from './embedded-postgres.cluster.ts';
import { findServerAccount, findServerBinaries, runAs } from './embedded-postgres.machine.ts';
import { readOwner, releaseOwnership, runningServer, takeOwnership } from './embedded-postgres.owner.ts';
import { StartError } from './start-error.ts';

export interface EmbeddedPostgresOptions {
  /** The database is in its subfolder `postgres`, and kept across restarts. */
  dataDir: string;
  /** Given: exactly this one. Not given: the port of the last start where it is still free, else another one. */
  port?: number | undefined;
  log?: (line: string) => void;
  /** Where another process of ours runs this database: use it (and leave it running) instead of failing. */
  canAttach?: boolean;
  /** Settings of postgresql.conf that differ from ours; tests switch `fsync` off. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  url: string;
  /** Stops the database; does nothing where it belongs to another process. */
  stop(): Promise<void>;
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  // A small machine: no query in several processes (they also want more /dev/shm than a container has), no replica to feed.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  io_method: 'sync',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A statement can hold what people wrote; the log must not.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** No PGPORT or PGDATA of the person at the terminal, and none of our secrets. */
const serverEnvironment = {
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: 'C',
  TZ: 'UTC',
};

const LOG_LIMIT = 5 * 1024 * 1024;
const START_LIMIT_MS = 60_000;

/** Starts the database of this folder, making it first where there is none. Throws a StartError that says what stands in the way. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const dataDir = await openDataDir(join(options.dataDir, 'postgres'));
  const owner = await readOwner(dataDir);
  if (owner) {
    const running = options.canAttach && (await runningServer(join(dataDir, 'cluster')));
    if (running)
      return { url: databaseUrl(await readPassword(dataDir), running.port), stop: async () => undefined };
    throw new StartError(
      `The data folder ${dataDir} is in use by process ${owner}. Stop that one, or set DATA_DIR.`,
    );
  }
  if (!(await takeOwnership(dataDir)))
    throw new StartError(`The data folder ${dataDir} is in use by another process.`);
  try {
    return await startOwned(dataDir, options, log);
  } catch (error) {
    await releaseOwnership(dataDir);
    throw error;
  }
}

async function startOwned(
  dataDir: string,
  options: EmbeddedPostgresOptions,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const clusterDir = join(dataDir, 'cluster');
  const binaries = await findServerBinaries();
  const account = await findServerAccount(clusterDir, binaries);
  const isNew = !(await clusterIsInitialised(clusterDir, binaries));
  if (isNew) {
    log('Making a new PostgreSQL database …');
    await initialiseCluster({ dataDir, clusterDir, binaries, account });
  } else {
    await stopOrphan(clusterDir, log);
  }
  const password = await readPassword(dataDir);
  const port = options.port ?? (await unusedPort(dataDir));
  const logFile = join(dataDir, 'server.log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) truncateSync(logFile);

  const set = Object.entries({ ...settings, ...options.settings }).map(
    ([name, value]) => `--${name}=${value}`,
  );
  const [command, args] = runAs(account, binaries.postgres, ['-D', clusterDir, '-p', String(port), ...set]);
  let server: ChildProcess | undefined;
  // The last resort where the process ends without `stop`; a fast shutdown needs nobody to wait for it.
  const onExit = () => server?.kill('SIGINT');
  process.once('exit', onExit);
  const stop = async () => {
    if (server && isRunning(server)) {
      const exited = new Promise((resolve) => server?.once('exit', resolve));
      server.ref();
      server.kill('SIGINT');
      await Promise.race([exited, delay(15_000, undefined, { ref: false })]);
      if (isRunning(server)) server.kill('SIGQUIT');
      await exited;
    }
    process.off('exit', onExit);
    await releaseOwnership(dataDir);
  };
  try {
    server = await launch(clusterDir, logFile, () => {
      const output = openSync(logFile, 'a', 0o600);
      const stdio = ['ignore', output, output] satisfies StdioOptions;
      server = spawn(command, args, {
        cwd: '/',
        detached: true,
        stdio,
        env: serverEnvironment,
        ...account.ids,
      });
      closeSync(output);
      return server;
    });
    await openDatabase(port, password);
  } catch (error) {
    await stop();
    throw error;
  }
  await writeFile(join(dataDir, 'port'), `${port}\n`);
  server.unref();
  return { url: databaseUrl(password, port), stop };
}

/** One by one: where the system refuses with ENOENT, as in /proc, Node's own `recursive` never ends. */
async function makeFolders(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolders(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function openDataDir(path: string): Promise<string> {
  try {
    await makeFolders(path);
    const probe = join(path, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
    return await realpath(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `The data folder ${path} cannot be written (${code}). Make it writable, or set DATA_DIR.`,
    );
  }
}

/** A server of ours whose application was killed: it is sound, but its settings and its files may be of yesterday. */
async function stopOrphan(clusterDir: string, log: (line: string) => void): Promise<void> {
  const orphan = await runningServer(clusterDir);
  if (!orphan) return;
  log('Stopping the PostgreSQL that a killed process left behind …');
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 10],
  ] as const) {
    process.kill(orphan.pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += 25) {
      if (!(await runningServer(clusterDir))) return;
      await delay(25);
    }
  }
  throw new StartError(
    `An old PostgreSQL (process ${orphan.pid}) holds ${clusterDir} and does not stop. End it by hand.`,
  );
}

/** Starts the server and waits until it takes connections. */
async function launch(clusterDir: string, logFile: string, start: () => ChildProcess): Promise<ChildProcess> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const logged = existsSync(logFile) ? statSync(logFile).size : 0;
    const server = start();
    let failure: Error | undefined;
    server.once('error', (error) => (failure = error));
    while (!failure && isRunning(server)) {
      if (await isReady(clusterDir, server.pid)) return server;
      if (Date.now() > deadline) {
        server.kill('SIGQUIT');
        throw new StartError(
          `PostgreSQL did not become ready in ${START_LIMIT_MS / 1000} seconds; see ${logFile}.`,
        );
      }
      await delay(20);
    }
    const said = failure?.message ?? (await readFile(logFile, 'utf8')).slice(logged);
    // The last processes of a killed server may need a moment to notice and leave.
    const isPassing =
      /pre-existing shared memory|is another postmaster|could not bind/.test(said) &&
      Date.now() < deadline - 50_000;
    if (!isPassing) throw new StartError(`PostgreSQL did not start: ${reasonOf(said)} (see ${logFile}).`);
    await delay(200);
  }
}

const isRunning = (server: ChildProcess) =>
  server.pid !== undefined && server.exitCode === null && server.signalCode === null;

/** The server writes its state into the eighth line of its lock file. */
async function isReady(clusterDir: string, pid: number | undefined): Promise<boolean> {
  const lines = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

function reasonOf(output: string): string {
  const line =
    output.split('\n').findLast((line) => /FATAL|ERROR|error while|not found/.test(line)) ??
    output.trim().split('\n').at(-1);
  return line?.replace(/^.*?(FATAL|ERROR):\s*/, '').trim() || 'it ended without a word';
}

async function readPassword(dataDir: string): Promise<string> {
  return (await readFile(join(dataDir, 'password'), 'utf8')).trim();
}

const databaseUrl = (password: string, port: number) => `postgres://dinh:${password}@127.0.0.1:${port}/dinh`;
