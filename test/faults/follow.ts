// Follows the plan: strikes connections, kills programs and starts them again, and counts what it did.
import { setTimeout as delay } from 'node:timers/promises';
import type { Machine } from './machines/machine.ts';
import { strike, type Fault, type Place, type Victim } from './plan.ts';
import type { Proxy } from './proxy.ts';
import type { Random } from './random.ts';

export interface Scene {
  proxies: Record<Place, Proxy>;
  machines: Partial<Record<Victim, Machine[]>>;
  random: Random;
  say: (line: string) => void;
}

/** Resolves at the end of the time, when all that was killed runs again; gives how often what was done. */
export async function follow(
  plan: Fault[],
  totalMs: number,
  { proxies, machines, random, say }: Scene,
): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  const count = (what: string, times = 1) => (done[what] = (done[what] ?? 0) + times);
  const began = Date.now();
  const returning = new Map<Machine, Promise<void>>();
  for (const fault of plan) {
    await delay(Math.max(0, began + fault.at - Date.now()));
    if ('place' in fault) {
      const { place, kind, share } = fault;
      count(`${place} ${kind}`, strike(proxies[place], kind, share, random));
      continue;
    }
    const victims = machines[fault.kill] ?? [];
    const victim = victims[Math.floor(fault.which * victims.length)];
    if (!victim || returning.has(victim)) continue;
    say(`${Math.round(fault.at / 1000)} s: kill -9 ${victim.program.name}`);
    count(`${fault.kill} killed`);
    const back = killAndStart(victim, fault.downMs).finally(() => returning.delete(victim));
    returning.set(victim, back);
  }
  await delay(Math.max(0, began + totalMs - Date.now()));
  await Promise.all(returning.values());
  return done;
}

async function killAndStart(machine: Machine, downMs: number): Promise<void> {
  await machine.kill();
  await delay(downMs);
  await machine.start();
}
