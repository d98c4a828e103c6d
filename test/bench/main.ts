// npm run bench: starts PostgreSQL, the hub and the bare servers on one core, the load on another, and compares them.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreCount, LOAD_CORE, moveTo } from './machine/cores.ts';
import { startDatabase } from './machine/database.ts';
import { killPrograms, root } from './machine/processes.ts';
import { readOptions, USAGE, UsageError, type Options, type ScenarioName } from './options.ts';
import type { Outcome } from './report/rows.ts';
import { table } from './report/table.ts';
import { halls, pace, square } from './scenarios/chat.ts';
import { memory } from './scenarios/memory.ts';
import { nodes } from './scenarios/nodes.ts';
import { pages } from './scenarios/pages.ts';
import type { Bench, Scenario } from './scenarios/scenario.ts';
import { start } from './scenarios/start.ts';
import { storm } from './scenarios/storm.ts';
import { makeWard } from './ward.ts';

const scenarios: Record<ScenarioName, Scenario> = { start, halls, square, pace, memory, storm, pages };
/** A run that hangs must not stay: what it started is stopped then. */
const LIMIT_MS = 60 * 60 * 1000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.isHelp) return console.log(USAGE);
  // What the build says is not the result.
  const built = spawnSync(process.execPath, ['bin/build.ts', '--if-needed'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) throw new Error('The build failed.');
  const outcomes = await run(options);
  const isSound = Object.values(outcomes).every(({ faults }) =>
    Object.values(faults.dinh ?? {}).every((count) => count === 0),
  );
  if (options.isJson)
    console.log(JSON.stringify({ cores: coreCount, sizes: options.sizes, isSound, outcomes }, null, 2));
  else console.log(`\n${table(Object.values(outcomes))}`);
  if (!isSound) process.exitCode = 1;
}

async function run(options: Options): Promise<Record<string, Outcome>> {
  const folder = await mkdtemp(join(tmpdir(), 'dinh-bench-'));
  leaving.push(() => rm(folder, { recursive: true, force: true }));
  moveTo(LOAD_CORE);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say('PostgreSQL: starting');
  const database = await startDatabase(folder);
  leaving.push(() => database.stop());
  const ward = await database.use(makeWard);
  const bench: Bench = { folder, database, ward, sizes: options.sizes, say };
  if (options.isTwoNodes) return { nodes: await nodes(bench) };
  const outcomes: Record<string, Outcome> = {};
  for (const name of options.scenarios) outcomes[name] = await scenarios[name](bench);
  return outcomes;
}

/** What is to be done at the end, the last first. */
const leaving: (() => Promise<void>)[] = [];

async function leave(): Promise<void> {
  killPrograms();
  for (const step of leaving.splice(0).reverse()) await step();
}

let isGivenUp = false;

async function giveUp(reason: string, code: number): Promise<void> {
  isGivenUp = true;
  console.error(reason);
  await leave();
  process.exit(code);
}

const watch = setTimeout(
  () => void giveUp(`The benchmark took longer than ${LIMIT_MS / 60_000} minutes: stopped.`, 1),
  LIMIT_MS,
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
