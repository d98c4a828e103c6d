// Two processes on Redis behind a sticky proxy, against one behind the same proxy; and the death of one of the two.
import { gatherInHalls, gatherOnSquare } from '../load/crowd.ts';
import { inFlight, measure } from '../load/measure.ts';
import { coreCount } from '../machine/cores.ts';
import { startRedis } from '../machine/redis.ts';
import { addFaults, compare, noFaults, type Outcome } from '../report/rows.ts';
import { startNodes, type Nodes } from '../targets/nodes.ts';
import { notesOn } from './chat.ts';
import { figures, interleave, type Bench, type Scenario } from './scenario.ts';
import { survive } from './survival.ts';

/** Two processes are ours here, the peer is one. */
const [TWO, ONE] = ['dinh', 'one process'];
const FOR_MANY = 1000;
const IN_FLIGHT = 8;

export const nodes: Scenario = async (bench) => {
  const redis = await startRedis(bench.folder);
  const stacks: Nodes[] = [];
  const outcome: Outcome = { rows: [], notes: [], faults: {} };
  try {
    stacks.push(await startNodes(bench, TWO, 2, { redis, rateLimitScale: FOR_MANY }));
    stacks.push(await startNodes(bench, ONE, 1, { redis: null, rateLimitScale: FOR_MANY }));
    outcome.notes.push(
      `RATE_LIMIT_SCALE=${FOR_MANY}; the proxy runs on the load's core`,
      ...(coreCount < 3
        ? ['both processes share one core here: the ratio shows the price of two, not their gain']
        : []),
    );
    for (const gather of [gatherInHalls, gatherOnSquare]) await compareTalk(bench, stacks, gather, outcome);
    await survive(bench, stacks[0]!, IN_FLIGHT, outcome);
  } finally {
    await Promise.all(stacks.map((stack) => stack.stop()));
    await redis.stop();
  }
  return outcome;
};

async function compareTalk(
  bench: Bench,
  stacks: Nodes[],
  gather: typeof gatherInHalls,
  outcome: Outcome,
): Promise<void> {
  const { listeners } = bench.sizes;
  const label = gather === gatherInHalls ? `20 × ${listeners}` : `1 × ${listeners * bench.ward.halls.length}`;
  const crowds = [];
  for (const stack of stacks) {
    bench.say(`${label}: connecting to ${stack.name}`);
    crowds.push({ name: stack.name, stack, conversations: await gather(stack, bench.ward, listeners) });
  }
  const results = await interleave(bench, label, crowds, ({ stack, conversations }) =>
    measure(stack, conversations, inFlight(IN_FLIGHT), bench.sizes),
  );
  const name = `two processes, ${label}, ${IN_FLIGHT} in flight`;
  outcome.rows.push(
    compare(
      `${name}: deliveries`,
      '/s',
      figures(results, (run) => run.deliveriesPerSecond),
    ),
    compare(
      `${name}: acknowledgement p99`,
      'ms',
      figures(results, (run) => run.ackP99),
    ),
    compare(
      `${name}: CPU per 100,000 deliveries`,
      's',
      figures(results, (run) => run.cpuPer100kDeliveries),
    ),
  );
  outcome.notes.push(...notesOn(label, results));
  for (const [server, list] of Object.entries(results)) {
    for (const measured of list) {
      // Between processes the wire may bring a message before its predecessor; clients place it by its seq.
      addFaults((outcome.faults[server] ??= noFaults()), { ...measured, outOfOrder: 0 });
      if (measured.outOfOrder > 0)
        outcome.notes.push(
          `${label}, ${server}: ${measured.outOfOrder} deliveries overtook another; clients place them by seq`,
        );
    }
  }
  for (const { conversations } of crowds) for (const conversation of conversations) conversation.dropAll();
}
