// Who uses the folder of the embedded PostgreSQL: one process of ours (the file `owner`), and the server itself, which may have
// outlived a process of ours that was killed.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NOBODY = 2 ** 31 - 1;

/** The living process that uses this folder, if there is one. */
export async function readOwner(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'owner'), 'utf8').catch(() => '');
  const [pid = '', birth = ''] = text.trim().split(' ');
  const owner = Number.parseInt(pid, 10);
  if (!owner || !isAlive(owner) || (await birthOf(owner)) !== birth) return undefined;
  return owner;
}

/** False where another process was quicker. */
export async function takeOwnership(dataDir: string): Promise<boolean> {
  await releaseOwnership(dataDir);
  const self = `${process.pid} ${await birthOf(process.pid)}\n`;
  return writeFile(join(dataDir, 'owner'), self, { flag: 'wx' }).then(
    () => true,
    () => false,
  );
}

export async function releaseOwnership(dataDir: string): Promise<void> {
  await rm(join(dataDir, 'owner'), { force: true });
}

/**
 * The server that runs on this cluster, if there is one. A lock file that names a stranger or a zombie would block the start: it
 * gets a number that no process has, and stays, because PostgreSQL also reads in it which shared memory must be free.
 */
export async function runningServer(clusterDir: string): Promise<{ pid: number; port: number } | undefined> {
  const lockFile = join(clusterDir, 'postmaster.pid');
  const lock = await readFile(lockFile, 'utf8').catch(() => '');
  const [firstLine = '', , , port = ''] = lock.split('\n');
  const pid = Number.parseInt(firstLine, 10);
  if (!pid) return undefined;
  if (isAlive(pid) && (await commandOf(pid)).includes(clusterDir))
    return { pid, port: Number.parseInt(port, 10) };
  // Never made anew: the server may have removed it just now.
  await writeFile(lockFile, lock.replace(firstLine, String(NOBODY)), { flag: 'r+' }).catch(() => undefined);
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container nobody may collect the dead: they keep their number, and do nothing. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return statFields(readFileSync(`/proc/${pid}/stat`, 'utf8'))[0] === 'Z';
  } catch {
    return false;
  }
}

/** Tells two processes apart that had the same number one after the other: the 22nd field of Linux's stat is the start time. */
async function birthOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return statFields(stat)[19] ?? '-';
}

/** The fields from the third (the state) on; the second, the name, may hold anything. */
const statFields = (stat: string) => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return run('ps', ['-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
