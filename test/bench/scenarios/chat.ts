// People talking: as fast as the server lets them, and at a fixed pace.
import { gatherInHalls, gatherOnSquare } from '../load/crowd.ts';
import type { Conversation } from '../load/conversation.ts';
import { atRate, inFlight, measure, type Measured, type Sending, type Window } from '../load/measure.ts';
import {
  addFaults,
  compare,
  noFaults,
  type Faults,
  type Goal,
  type Outcome,
  type Row,
} from '../report/rows.ts';
import type { Target, HubOptions } from '../targets/target.ts';
import { figures, interleave, withTargets, type Bench, type Scenario } from './scenario.ts';

const PACE = 200;
/** Speaking for few people, the load says more than a person may. */
const FOR_MANY = 1000;
/** Above this share the load itself was the bound. */
const SATURATED = 0.95;

type Results = Record<string, Measured[]>;

interface Talk {
  name: string;
  gather: (target: Target, bench: Bench) => Promise<Conversation[]>;
  options: HubOptions;
  window: Window;
  runs: { name: string; sending: Sending; rows: (label: string, results: Results) => Row[] }[];
}

const deliveries = (goal: Goal | null) => (label: string, results: Results) => [
  compare(
    `${label}: deliveries`,
    '/s',
    figures(results, (run) => run.deliveriesPerSecond),
    goal,
  ),
  ...times(label, results),
];

const times = (label: string, results: Results, ackGoal: Goal | null = null) => [
  compare(
    `${label}: acknowledgement p50`,
    'ms',
    figures(results, (run) => run.ackP50),
  ),
  compare(
    `${label}: acknowledgement p99`,
    'ms',
    figures(results, (run) => run.ackP99),
    ackGoal,
  ),
  compare(
    `${label}: delivery p50`,
    'ms',
    figures(results, (run) => run.deliveryP50),
  ),
  compare(
    `${label}: delivery p99`,
    'ms',
    figures(results, (run) => run.deliveryP99),
  ),
];

const cpu = (label: string, results: Results, goal: Goal | null) =>
  compare(
    `${label}: CPU per 100,000 deliveries`,
    's',
    figures(results, (run) => run.cpuPer100kDeliveries),
    goal,
  );

export const halls: Scenario = (bench) =>
  talk(bench, {
    name: `20 × ${bench.sizes.listeners}`,
    gather: (target) => gatherInHalls(target, bench.ward, bench.sizes.listeners),
    options: { rateLimitScale: FOR_MANY },
    window: bench.sizes,
    runs: [
      { name: '1 in flight', sending: inFlight(1), rows: deliveries({ of: 'ratio', atLeast: 1 }) },
      {
        name: '8 in flight',
        sending: inFlight(8),
        rows: (label, results) => [
          ...deliveries({ of: 'ratio', atLeast: 3 })(label, results),
          cpu(label, results, { of: 'ratio', atMost: 0.4 }),
        ],
      },
    ],
  });

export const square: Scenario = (bench) =>
  talk(bench, {
    name: `1 × ${bench.sizes.listeners * bench.ward.residents.length}`,
    gather: (target) => gatherOnSquare(target, bench.ward, bench.sizes.listeners),
    options: { rateLimitScale: FOR_MANY },
    window: bench.sizes,
    runs: [
      { name: '1 in flight', sending: inFlight(1), rows: deliveries(null) },
      { name: '8 in flight', sending: inFlight(8), rows: deliveries({ of: 'ratio', atLeast: 3.5 }) },
    ],
  });

export const pace: Scenario = (bench) =>
  talk(bench, {
    name: `20 × ${bench.sizes.listeners}`,
    gather: (target) => gatherInHalls(target, bench.ward, bench.sizes.listeners),
    options: {},
    // One in a hundred is few at this pace, and the engine needs its time to compile what is called so seldom.
    window: { warmMs: bench.sizes.measureMs, measureMs: 3 * bench.sizes.measureMs },
    runs: [
      {
        name: `${PACE} messages/s`,
        sending: atRate(PACE),
        rows: (label, results) => [
          cpu(label, results, { of: 'ratio', atMost: 1.7 }),
          ...times(label, results, { of: 'ratio', atMost: 2.5 }),
        ],
      },
    ],
  });

async function talk(bench: Bench, { name, gather, options, window, runs }: Talk): Promise<Outcome> {
  return withTargets(bench, ['dinh', 'bare', 'insert'], options, async (targets) => {
    const crowds = [];
    for (const target of targets) {
      bench.say(`${name}: connecting to ${target.name}`);
      crowds.push({ name: target.name, target, conversations: await gather(target, bench) });
    }
    const outcome: Outcome = { rows: [], notes: [], faults: {} };
    if (options.rateLimitScale)
      outcome.notes.push(`${name}: RATE_LIMIT_SCALE=${options.rateLimitScale}, for few people say very much`);
    for (const { name: run, sending, rows } of runs) {
      const label = `${name}, ${run}`;
      const results = await interleave(bench, label, crowds, ({ target, conversations }) =>
        measure(target, conversations, sending, window),
      );
      outcome.rows.push(...rows(label, results));
      outcome.notes.push(...notesOn(label, results));
      for (const [server, list] of Object.entries(results))
        for (const measured of list)
          addFaults((outcome.faults[server] ??= noFaults()), measured satisfies Faults);
    }
    for (const { conversations } of crowds) for (const conversation of conversations) conversation.dropAll();
    return outcome;
  });
}

/** What a reader must know to judge the figures. */
export function notesOn(label: string, results: Results): string[] {
  return Object.entries(results).flatMap(([server, list]) => {
    const busy = Math.max(...list.map(({ loadBusy }) => loadBusy));
    const noise = Math.max(...list.map(({ coreNoise }) => coreNoise));
    const refusal = list.find(({ firstRefusal }) => firstRefusal)?.firstRefusal;
    return [
      busy > SATURATED &&
        `${label}, ${server}: the load was saturated (${percent(busy)}), the server may do more`,
      noise > 0.1 && `${label}, ${server}: others used up to ${percent(noise)} of the server's core`,
      refusal && `${label}, ${server}: refused: ${refusal}`,
    ].filter((note) => typeof note === 'string');
  });
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
