// The making of a PostgreSQL cluster, and what is settled once in it: password, role, database.
import { execFile } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { runAs, type ServerAccount, type ServerBinaries } from './embedded-postgres.machine.ts';
import { StartError } from './start-error.ts';

const run = promisify(execFile);

interface NewCluster {
  dataDir: string;
  clusterDir: string;
  binaries: ServerBinaries;
  account: ServerAccount;
}

/** Whether there is a cluster that these binaries can run; a StartError where it is of another major version. */
export async function clusterIsInitialised(clusterDir: string, binaries: ServerBinaries): Promise<boolean> {
  // Written last: an initialisation that was cut off leaves none, and is done again.
  const isComplete = await readFile(join(clusterDir, '..', 'initialised'), 'utf8').then(
    () => true,
    () => false,
  );
  if (!isComplete) return false;
  const written = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (!written)
    throw new StartError(
      `The folder ${clusterDir} is not a PostgreSQL database any more. Restore it from a backup.`,
    );
  const { stdout } = await run(binaries.postgres, ['--version']);
  const ours = /\s(\d+)/.exec(stdout)?.[1];
  if (written === ours) return true;
  throw new StartError(
    `The data in ${clusterDir} is of PostgreSQL ${written}, this is ${ours}. See "Upgrade" in docs/operations.md.`,
  );
}

export async function initialiseCluster({
  dataDir,
  clusterDir,
  binaries,
  account,
}: NewCluster): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(dataDir, 'initial-password');
  await rm(clusterDir, { recursive: true, force: true });
  await mkdir(clusterDir, { mode: 0o700 });
  await writeFile(join(dataDir, 'password'), `${password}\n`, { mode: 0o600 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  const uid = account.ids.uid ?? account.viaCapability?.user;
  const gid = account.ids.gid ?? account.viaCapability?.group;
  if (uid !== undefined && gid !== undefined)
    for (const path of [clusterDir, passwordFile]) await chown(path, uid, gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const [command, args] = runAs(account, binaries.initdb, [`--pgdata=${clusterDir}`, ...access, ...locale]);
  try {
    await run(command, args, { cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, ...account.ids });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    const reason = stderr?.split('\n').find((line) => /error|fatal/i.test(line)) ?? message;
    throw new StartError(`PostgreSQL could not make its database in ${clusterDir}: ${reason}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(join(dataDir, 'initialised'), `${new Date().toISOString()}\n`);
}

/** Sees to it that the role and the database of the application are there. The role is no superuser. */
export async function openDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  try {
    await client.connect();
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = 'dinh') as role,
              exists (select from pg_database where datname = 'dinh') as database`,
    );
    if (!rows[0]?.role) {
      await client.query(`create role dinh login createdb password ${client.escapeLiteral(password)}`);
    }
    if (!rows[0]?.database) await client.query('create database dinh owner dinh');
  } catch (error) {
    throw new StartError(`The embedded PostgreSQL does not let us in: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port of the last start where nobody took it, else one below the range that systems hand out to clients. */
export async function unusedPort(dataDir: string): Promise<number> {
  const last = Number.parseInt(await readFile(join(dataDir, 'port'), 'utf8').catch(() => ''), 10);
  if (last && (await isUnused(last))) return last;
  for (let tries = 0; tries < 50; tries++) {
    const port = randomInt(20_000, 32_000);
    if (await isUnused(port)) return port;
  }
  throw new StartError('No unused port between 20000 and 32000 was found for PostgreSQL.');
}

async function isUnused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
