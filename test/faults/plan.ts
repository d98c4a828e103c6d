// What goes wrong and when, decided by the seed before anything runs.
import type { Link } from './link.ts';
import type { Proxy } from './proxy.ts';
import { Random } from './random.ts';

export type Place = 'clients' | 'postgres' | 'redis';
type Kind = 'cut' | 'delayed' | 'halved' | 'stalled' | 'duplicated';
export type Victim = 'server' | 'postgres' | 'redis';

export type Fault =
  | {
      at: number;
      place: Place;
      kind: Kind;
      /** The part of the connections that it strikes. */ share: number;
    }
  | { at: number; kill: Victim; /** Which server. */ which: number; downMs: number };

/** How often on average, in milliseconds. */
const EVERY: Record<Place, number> = { clients: 500, postgres: 3000, redis: 3000 };
const KILL_EVERY: Record<Victim, number> = { server: 12_000, postgres: 45_000, redis: 25_000 };
const KINDS: Record<Place, Record<Kind, number>> = {
  clients: { cut: 4, delayed: 3, halved: 2, stalled: 1, duplicated: 3 },
  // The hub is one client with a handful of connections: what stalls there stalls much.
  postgres: { cut: 4, delayed: 4, halved: 3, stalled: 1, duplicated: 2 },
  redis: { cut: 4, delayed: 4, halved: 3, stalled: 1, duplicated: 2 },
};

export function makePlan(seed: number, totalMs: number, victims: readonly Victim[]): Fault[] {
  const random = new Random(seed);
  const faults: Fault[] = [];
  const times = (everyMs: number) => {
    const at: number[] = [];
    for (let now = random.between(0.3, 1) * everyMs; now < totalMs; now += random.between(0.5, 1.5) * everyMs)
      at.push(now);
    return at;
  };
  for (const place of ['clients', 'postgres', 'redis'] as const) {
    for (const at of times(EVERY[place])) {
      const share = place === 'clients' ? random.between(0, 0.05) : random.next();
      faults.push({ at, place, kind: random.weigh(KINDS[place]), share });
    }
  }
  for (const victim of victims) {
    for (const at of times(KILL_EVERY[victim]))
      faults.push({ at, kill: victim, which: random.next(), downMs: random.between(100, 3000) });
  }
  return faults.toSorted((a, b) => a.at - b.at);
}

/** Strikes a share of the proxy's links, at least one; gives how many. */
export function strike(proxy: Proxy, kind: Kind, share: number, random: Random): number {
  const links = [...proxy.links].filter(({ isOver }) => !isOver);
  if (links.length === 0) return 0;
  const struck = links.filter(() => random.next() < share);
  if (struck.length === 0) struck.push(random.pick(links));
  for (const link of struck) acts[kind](link, random);
  return struck.length;
}

const acts: Record<Kind, (link: Link, random: Random) => void> = {
  cut: (link) => link.cut(),
  delayed: (link, random) => link.delay(random.between(20, 1500), random.between(500, 5000)),
  halved: (link) => link.halve(),
  // Longer than whoever waits there should wait.
  stalled: (link, random) => link.stall(random.between(15_000, 40_000)),
  duplicated: (link, random) =>
    link.duplicate(random.between(50, 1000), random.between(100, 3000), random.between(500, 6000)),
};
