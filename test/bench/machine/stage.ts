// What every benchmark stands on, and how it ends: built parts, a folder, PostgreSQL on the servers' core; and all of it gone
// afterwards, also when it hangs or is stopped.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../options.ts';
import { LOAD_CORE, moveTo } from './cores.ts';
import { startDatabase, type Database } from './database.ts';
import { killPrograms, root } from './processes.ts';

/** A run that hangs must not stay: what it started is stopped then. */
const LIMIT_MS = 60 * 60 * 1000;

/** What is to be done at the end, the last first. */
export const leaving: (() => Promise<unknown>)[] = [];

/** To people; what is printed is the result. */
export const say = (line: string) => process.stderr.write(`${line}\n`);

/** Builds what is not built, and starts PostgreSQL; this process goes to the core of the load. */
export async function setUp(): Promise<{ folder: string; database: Database }> {
  const built = spawnSync(process.execPath, [join(root, 'bin/build.ts'), '--if-needed'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) throw new Error('The build failed.');
  const folder = await mkdtemp(join(tmpdir(), 'dinh-bench-'));
  leaving.push(() => rm(folder, { recursive: true, force: true }));
  moveTo(LOAD_CORE);
  say('PostgreSQL: starting');
  const database = await startDatabase(folder);
  leaving.push(() => database.stop());
  return { folder, database };
}

/** Runs a benchmark to its end, or to the end of the patience with it. */
export async function run(main: () => Promise<void>, limitMs = LIMIT_MS): Promise<void> {
  let isGivenUp = false;
  const giveUp = async (reason: string, code: number) => {
    isGivenUp = true;
    console.error(reason);
    await leave();
    process.exit(code);
  };
  const watch = setTimeout(
    () => void giveUp(`The benchmark took longer than ${limitMs / 60_000} minutes: stopped.`, 1),
    limitMs,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void giveUp('Stopped before its end.', 130));
  try {
    await main();
  } catch (error) {
    // What breaks because everything is being stopped is no news.
    if (!isGivenUp) console.error(error instanceof UsageError ? error.message : error);
    process.exitCode = 1;
  } finally {
    clearTimeout(watch);
    await leave();
  }
}

async function leave(): Promise<void> {
  killPrograms();
  for (const step of leaving.splice(0).reverse()) await step();
}
