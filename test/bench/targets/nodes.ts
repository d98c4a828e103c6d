// Processes of ours behind the sticky proxy: one alone, or two that hear each other by Redis.
import { join } from 'node:path';
import { unusedPort } from '../../support/services.run.ts';
import { LOAD_CORE, SECOND_SERVER_CORE, SERVER_CORE } from '../machine/cores.ts';
import { launchServer, type Running } from '../machine/processes.ts';
import { signedIn, startHub, type Surroundings, type Target } from './target.ts';

export interface Nodes extends Target {
  hubs: Running[];
}

export async function startNodes(
  surroundings: Surroundings,
  name: string,
  count: number,
  { redis, rateLimitScale }: { redis: (Running & { url: string }) | null; rateLimitScale: number },
): Promise<Nodes> {
  const hubs: (Running & { url: string })[] = [];
  for (let index = 0; index < count; index += 1) {
    const core = index === 0 ? SERVER_CORE : SECOND_SERVER_CORE;
    hubs.push(await startHub(surroundings, { core, rateLimitScale, ...(redis && { redisUrl: redis.url }) }));
  }
  const proxy = await launchServer(surroundings.folder, await unusedPort(), '/readyz', {
    name: 'proxy',
    core: LOAD_CORE,
    args: [join(import.meta.dirname, '../peers/proxy.ts')],
    env: { NODES: hubs.map(({ url }) => new URL(url).port).join(',') },
  });
  const stop = async () => {
    await Promise.all([proxy, ...hubs].map((running) => running.stop()));
  };
  const pids = [...hubs, ...(redis ? [redis] : [])].map(({ pid }) => pid);
  const target = signedIn({ name, pid: hubs[0]!.pid, url: proxy.url, stop }, [
    ...pids,
    surroundings.database.pid,
  ]);
  return { ...target, hubs };
}
