// npm run bench: starts PostgreSQL, the hub and the bare servers on one core, the load on another, and compares them.
import { coreCount } from './machine/cores.ts';
import { run, say, setUp } from './machine/stage.ts';
import { readOptions, USAGE, type Options, type ScenarioName } from './options.ts';
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

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.isHelp) return console.log(USAGE);
  const outcomes = await measure(options);
  const isSound = Object.values(outcomes).every(({ faults }) =>
    Object.values(faults.dinh ?? {}).every((count) => count === 0),
  );
  if (options.isJson)
    console.log(JSON.stringify({ cores: coreCount, sizes: options.sizes, isSound, outcomes }, null, 2));
  else console.log(`\n${table(Object.values(outcomes))}`);
  if (!isSound) process.exitCode = 1;
}

async function measure(options: Options): Promise<Record<string, Outcome>> {
  const { folder, database } = await setUp();
  const ward = await database.use(makeWard);
  const bench: Bench = { folder, database, ward, sizes: options.sizes, say };
  if (options.isTwoNodes) return { nodes: await nodes(bench) };
  const outcomes: Record<string, Outcome> = {};
  for (const name of options.scenarios) outcomes[name] = await scenarios[name](bench);
  return outcomes;
}

await run(main);
