// One run: the load, the faults of the plan, then quiet, and the verdict.
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Client } from './client/client.ts';
import { follow } from './follow.ts';
import type { Machine } from './machines/machine.ts';
import { builtServer, serverMachine } from './machines/machines.ts';
import { makePeople } from './people.ts';
import { makePlan, type Victim } from './plan.ts';
import { Proxy } from './proxy.ts';
import { Random } from './random.ts';
import { isFine, judge, type Verdict } from './verdict.ts';

export interface Ground {
  /** The migrated database, and Redis, as they are without a proxy. */
  databaseUrl: string;
  redisUrl: string;
  /** On which the hub's servers listen: one a server. */
  ports: number[];
  /** What may be killed besides the servers. */
  postgres?: Machine;
  redis?: Machine;
}

export interface RunOptions {
  seed: number;
  clients: number;
  seconds: number;
}

export interface Outcome extends RunOptions {
  verdict: Verdict;
  acknowledged: number;
  edits: number;
  deletions: number;
  reads: number;
  connects: number;
  /** How often what was done: connections struck by place and kind, programs killed. */
  done: Record<string, number>;
  /** Servers that ended though nobody killed them. */
  crashed: number;
  /** Sends that a person had to repeat by hand, by code. */
  refused: Record<string, number>;
  /** Calls that failed and were made again, by code. */
  troubles: Record<string, number>;
  settledMs: number;
}

/** How long the clients may take to settle once the faults stop. */
const SETTLE_LIMIT_MS = 120_000;

export async function run(
  ground: Ground,
  options: RunOptions,
  say: (line: string) => void,
): Promise<Outcome> {
  const { seed, seconds } = options;
  const random = new Random(seed);
  const database = new pg.Pool({ connectionString: ground.databaseUrl, max: 2 });
  database.on('error', () => undefined);
  const proxies = {
    clients: await Proxy.before(ground.ports, random),
    postgres: await Proxy.before([Number(new URL(ground.databaseUrl).port)], random),
    redis: await Proxy.before([Number(new URL(ground.redisUrl).port)], random),
  };
  const servers = ground.ports.map((port, index) =>
    serverMachine(`server ${index + 1}`, port, {
      program: builtServer(),
      databaseUrl: through(ground.databaseUrl, proxies.postgres),
      redisUrl: through(ground.redisUrl, proxies.redis),
    }),
  );
  let clients: Client[] = [];
  try {
    await Promise.all(servers.map((server) => server.start()));
    clients = await makeClients(database, `http://127.0.0.1:${proxies.clients.port}`, options);
    say(`${clients.length} clients talk, and things go wrong`);
    const talks = clients.map((client) => client.talk());
    const machines: Partial<Record<Victim, Machine[]>> = { server: servers };
    for (const name of ['postgres', 'redis'] as const) if (ground[name]) machines[name] = [ground[name]];
    const plan = makePlan(seed, seconds * 1000, Object.keys(machines) as Victim[]);
    const done = await follow(plan, seconds * 1000, { proxies, machines, random, say });
    for (const { links } of Object.values(proxies)) for (const link of links) link.heal();
    for (const client of clients) client.quiet();
    await Promise.all(talks);
    say('no more faults: they settle');
    const began = Date.now();
    const verdict = await settle(database, clients, say);
    const settledMs = Date.now() - began;
    return { ...options, ...summary(clients), verdict, done, crashed: crashes(servers, say), settledMs };
  } finally {
    for (const client of clients) client.leave();
    await Promise.all(servers.map((server) => server.stop()));
    for (const proxy of Object.values(proxies)) proxy.close();
    await database.end();
  }
}

function through(url: string, proxy: Proxy): string {
  const address = new URL(url);
  address.port = String(proxy.port);
  return address.href;
}

async function makeClients(database: pg.Pool, url: string, { seed, clients }: RunOptions): Promise<Client[]> {
  // Every fifth client is the second device of a resident.
  const residents = await makePeople(database, Math.ceil(clients * 0.8));
  const made = Array.from({ length: clients }, (_, index) => {
    const resident = residents[index % residents.length]!;
    return new Client(url, resident, `Máy ${index}`, new Random(seed + index + 1));
  });
  await Promise.all(made.map((client) => client.arrive()));
  return made;
}

/** Looks until all is well, or for as long as it may take, and then says what is not. */
async function settle(database: pg.Pool, clients: Client[], say: (line: string) => void): Promise<Verdict> {
  for (const end = Date.now() + SETTLE_LIMIT_MS; ; await delay(1000)) {
    // To look is work for PostgreSQL too, which has enough of it now.
    if (clients.some(({ isSettled }) => !isSettled) && Date.now() < end) continue;
    const findings: string[] = [];
    const verdict = await judge(database, clients, (what) => findings.push(what));
    if (!isFine(verdict) && Date.now() < end) continue;
    for (const finding of findings.slice(0, 40)) say(finding);
    return verdict;
  }
}

function crashes(servers: Machine[], say: (line: string) => void): number {
  for (const { crashes: count, complaints, program } of servers)
    if (count > 0) say(`${program.name} ended by itself ${count} times; it said: ${complaints}`);
  return servers.reduce((sum, server) => sum + server.crashes, 0);
}

function summary(clients: Client[]) {
  const sum = (of: (client: Client) => number) => clients.reduce((total, client) => total + of(client), 0);
  const byCode = (of: (client: Client) => Map<string, number>) => {
    const all: Record<string, number> = {};
    for (const client of clients)
      for (const [code, count] of of(client)) all[code] = (all[code] ?? 0) + count;
    return all;
  };
  return {
    acknowledged: sum(({ outbox }) => [...outbox.acknowledged.values()].flat().length),
    edits: sum(({ done }) => done.edits),
    deletions: sum(({ done }) => done.deletions),
    reads: sum(({ done }) => done.reads),
    connects: sum(({ wire }) => wire.connects),
    refused: byCode(({ outbox }) => outbox.refusals),
    troubles: byCode(({ troubles }) => troubles),
  };
}
