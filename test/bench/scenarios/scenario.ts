// What every scenario is given, and the rounds that all of them go by.
import {
  startTarget,
  type Surroundings,
  type Target,
  type TargetName,
  type HubOptions,
} from '../targets/target.ts';
import type { Outcome } from '../report/rows.ts';
import type { Ward } from '../ward.ts';

export interface Sizes {
  rounds: number;
  /** Of each of the 20 groups. */
  listeners: number;
  warmMs: number;
  measureMs: number;
  /** Messages in the history that pages are read from. */
  history: number;
  /** That each client of the storm missed. */
  missed: number;
}

export interface Bench extends Surroundings {
  ward: Ward;
  sizes: Sizes;
  /** One line of progress. */
  say: (line: string) => void;
}

export type Scenario = (bench: Bench) => Promise<Outcome>;

/** Runs `work` with these servers side by side, and stops them. */
export async function withTargets<N extends TargetName, T>(
  bench: Bench,
  names: readonly N[],
  options: HubOptions,
  work: (targets: Target[]) => Promise<T>,
): Promise<T> {
  const targets: Target[] = [];
  try {
    await bench.database.tidyUp();
    for (const name of names) targets.push(await startTarget(bench, name, options));
    return await work(targets);
  } finally {
    await Promise.all(targets.map((target) => target.stop()));
  }
}

/** Every round visits every server, and begins with another one each time; gives each server's results by round. */
export async function interleave<S extends { name: string }, T>(
  bench: Bench,
  what: string,
  servers: S[],
  once: (server: S) => Promise<T>,
): Promise<Record<string, T[]>> {
  const results: Record<string, T[]> = Object.fromEntries(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < bench.sizes.rounds; round += 1) {
    for (let place = 0; place < servers.length; place += 1) {
      const server = servers[(round + place) % servers.length]!;
      bench.say(`${what}: round ${round + 1} of ${bench.sizes.rounds}, ${server.name}`);
      results[server.name]!.push(await once(server));
    }
  }
  return results;
}

/** One figure of each result, by server. */
export function figures<T>(
  results: Record<string, T[]>,
  pick: (result: T) => number,
): { dinh: number[] } & Record<string, number[]> {
  return Object.fromEntries(Object.entries(results).map(([name, list]) => [name, list.map(pick)])) as {
    dinh: number[];
  } & Record<string, number[]>;
}
