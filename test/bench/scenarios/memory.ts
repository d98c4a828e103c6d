// What a connection costs in memory: the difference in resident memory that 1,000 of them make, garbage cleared away before
// and after, on a fresh server that a few have visited already.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connectAll } from '../load/client.ts';
import { residentBytes } from '../machine/cores.ts';
import { compare } from '../report/rows.ts';
import { quiet, type Target } from '../targets/target.ts';
import { figures, interleave, withTargets, type Bench, type Scenario } from './scenario.ts';

const AT_A_TIME = 16;
/** Enough to have every path compiled and every pool filled. */
const VISITORS = 100;

export const memory: Scenario = async (bench) => {
  const results = await interleave(
    bench,
    'memory',
    (['dinh', 'bare'] as const).map((name) => ({ name })),
    ({ name }) =>
      withTargets(bench, [name], { nodeOptions: collecting }, ([target]) => weigh(target!, bench)),
  );
  const count = bench.sizes.listeners * bench.ward.residents.length;
  return {
    rows: [
      compare(
        `memory per connection, 8 channels (of ${count})`,
        'KiB',
        figures(results, (bytes) => bytes / 1024),
        { of: 'ratio', atMost: 1.5 },
      ),
    ],
    notes: [],
    faults: {},
  };
};

/** V8 grows what it reserves for young objects as it likes: bounded, what is kept is compared. */
const collecting = [
  '--max-semi-space-size=16',
  '--expose-gc',
  '--import',
  join(import.meta.dirname, '../peers/collect-garbage.ts'),
];

async function weigh(target: Target, { ward, sizes }: Bench): Promise<number> {
  const people = ward.residents.flatMap((group) => group.slice(0, sizes.listeners));
  const connect = (count: number) =>
    connectAll(count, AT_A_TIME, (index) => target.connect(people[index]!, people[index]!.channels));
  const visitors = await connect(VISITORS);
  for (const client of visitors) client.drop();
  const before = await settledBytes(target);
  const clients = await connect(people.length);
  const after = await settledBytes(target);
  for (const client of clients) client.drop();
  return (after - before) / people.length;
}

/** Resident memory once the server has gone quiet and its garbage is gone. */
async function settledBytes(target: Target): Promise<number> {
  await quiet(target);
  for (let pass = 0; pass < 2; pass += 1) {
    process.kill(target.pid, 'SIGUSR2');
    await delay(500);
  }
  return residentBytes(target.pid);
}
