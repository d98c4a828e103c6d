import { parseArgs } from 'node:util';
import type { Sizes } from './scenarios/scenario.ts';

export const scenarioNames = ['start', 'halls', 'square', 'pace', 'memory', 'storm', 'pages'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export const USAGE = `npm run bench                  everything, three rounds: about 12 minutes
    -- --rounds 5              more rounds; the figures are their medians
       --quick                 small sizes, one round: only to see that it works
       --only <scenario>       ${scenarioNames.join(', ')}
       --nodes 2               two processes on Redis behind a proxy, against one; one of them is killed
       --json                  one JSON object and nothing else`;

export interface Options {
  isHelp: boolean;
  isJson: boolean;
  isTwoNodes: boolean;
  scenarios: ScenarioName[];
  sizes: Sizes;
}

const full: Sizes = {
  rounds: 3,
  listeners: 50,
  warmMs: 1500,
  measureMs: 5000,
  history: 1_000_000,
  missed: 50,
};
const quick: Sizes = { rounds: 1, listeners: 10, warmMs: 500, measureMs: 1500, history: 40_000, missed: 50 };

export class UsageError extends Error {}

/** Reads the command line, or throws a UsageError that says what it cannot read. */
export function readOptions(args: string[]): Options {
  const values = parse(args);
  const sizes = values.quick ? quick : full;
  const rounds = Number(values.rounds ?? sizes.rounds);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 20) throw new UsageError('--rounds takes 1 to 20.');
  if (!['1', '2', undefined].includes(values.nodes)) throw new UsageError('--nodes takes 1 or 2.');
  const only = scenarioNames.filter((name) => values.only === undefined || name === values.only);
  if (only.length === 0) throw new UsageError(`--only takes one of ${scenarioNames.join(', ')}.`);
  return {
    isHelp: values.help ?? false,
    isJson: values.json ?? false,
    isTwoNodes: values.nodes === '2',
    scenarios: only,
    sizes: { ...sizes, rounds },
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        rounds: { type: 'string' },
        quick: { type: 'boolean' },
        only: { type: 'string' },
        nodes: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
