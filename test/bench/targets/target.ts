// A server under test and who may come to it.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unusedPort } from '../../support/services.run.ts';
import { startOptions } from '../../support/start-options.ts';
import { Client, type Pass } from '../load/client.ts';
import { cpuSeconds, familyOf, SERVER_CORE } from '../machine/cores.ts';
import type { Database } from '../machine/database.ts';
import { launchServer, root, type Running } from '../machine/processes.ts';
import type { Resident } from '../ward.ts';

export type TargetName = 'dinh' | 'bare' | 'insert' | 'recovery';

export interface Target {
  name: string;
  pid: number;
  url: string;
  /** Of all processes behind it, PostgreSQL among them where it stores. */
  cpuSeconds(): number;
  /** What a resident shows at the door; a bare server is told which channels they are in. */
  pass(resident: Resident, channels: string[]): Pass;
  connect(resident: Resident, channels: string[]): Promise<Client>;
  stop(): Promise<void>;
}

export interface Surroundings {
  folder: string;
  database: Database;
}

export interface HubOptions {
  /** More acts than one person may do: the load speaks for few people. */
  rateLimitScale?: number;
  /** Options of Node. */
  nodeOptions?: string[];
  redisUrl?: string;
  core?: number;
  /** With the sample ward and its one-tap sign-in. */
  isDemo?: boolean;
}

const QUIET_LIMIT_MS = 60_000;

const peers = {
  bare: { file: 'bare.ts', env: {}, stores: false },
  insert: { file: 'insert.ts', env: {}, stores: true },
  recovery: { file: 'bare.ts', env: { RECOVERY: '1' }, stores: false },
};

/** The built hub, as `npm start` runs it. */
export async function startHub(
  { folder, database }: Surroundings,
  { rateLimitScale = 1, nodeOptions = [], redisUrl = '', core = SERVER_CORE, isDemo = false }: HubOptions,
): Promise<Running & { url: string }> {
  return launchServer(folder, await unusedPort(), '/readyz', {
    name: 'dinh',
    core,
    args: [...startOptions(), ...nodeOptions, join(root, 'dist/server/main.js')],
    env: {
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl,
      DEMO: isDemo ? 'always' : 'never',
      RATE_LIMIT_SCALE: String(rateLimitScale),
    },
  });
}

export async function startTarget(
  surroundings: Surroundings,
  name: TargetName,
  options: HubOptions = {},
): Promise<Target> {
  const { folder, database } = surroundings;
  if (name === 'dinh') {
    const { pid, url, stop } = await startHub(surroundings, options);
    return signedIn({ name, pid, url, stop }, [pid, database.pid]);
  }
  const { file, env, stores } = peers[name];
  const { pid, url, stop } = await launchServer(folder, await unusedPort(), '/', {
    name,
    core: SERVER_CORE,
    args: [...(options.nodeOptions ?? []), join(import.meta.dirname, '../peers', file)],
    env: { ...env, DATABASE_URL: database.peerUrl },
  });
  const pass = (_: Resident, channels: string[]) => ({ auth: { channels } });
  return asTarget({ name, pid, url, stop, pass }, stores ? [pid, database.pid] : [pid]);
}

type Server = Pick<Target, 'name' | 'pid' | 'url' | 'stop'>;

/** A target of ours: its people come with their cookies. */
export const signedIn = (server: Server, pids: number[]) =>
  asTarget({ ...server, pass: ({ cookie }) => ({ cookie }) }, pids);

function asTarget(server: Server & Pick<Target, 'pass'>, pids: number[]): Target {
  return {
    ...server,
    cpuSeconds: () => cpuSeconds(pids.flatMap(familyOf)),
    connect: (resident, channels) => Client.connect(server.url, server.pass(resident, channels)),
  };
}

/** Waits until a server has done what it had to: who comes tells the others, and that is not to be measured. */
export async function quiet(target: Target): Promise<void> {
  const end = Date.now() + QUIET_LIMIT_MS;
  for (let isQuiet = false; !isQuiet && Date.now() < end;) {
    const before = target.cpuSeconds();
    await delay(500);
    isQuiet = target.cpuSeconds() - before < 0.05;
  }
}
