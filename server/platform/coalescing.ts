// For what many ask for at once and one run answers: counting votes, say.
import { setTimeout as rest } from 'node:timers/promises';

/**
 * Runs the act for a key, one at a time. All who ask while it runs, or rests, share the next run, so that each is answered by one
 * that began after they asked. Between two runs for one key there is a rest.
 */
export function coalescing(act: (key: string) => Promise<void>, restMs: number) {
  const waiting = new Map<string, Promise<void>>();
  const busy = new Map<string, Promise<void>>();
  return (key: string): Promise<void> => {
    const next = waiting.get(key) ?? run(key);
    waiting.set(key, next);
    return next;
  };

  async function run(key: string): Promise<void> {
    await busy.get(key);
    waiting.delete(key);
    const running = act(key);
    const rested = running
      .catch(() => undefined)
      .then(() => rest(restMs, undefined, { ref: false }))
      .then(() => {
        if (busy.get(key) === rested) busy.delete(key);
      });
    busy.set(key, rested);
    await running;
  }
}

/**
 * When one statement for many is sent: three turns of the event loop after it was first asked for. What a village asks when it comes back
 * at once comes out of the sockets over several turns; the more of it goes into one statement, the sooner all are answered.
 */
export function inThreeTurns(begin: () => void): void {
  setImmediate(() => setImmediate(() => setImmediate(begin)));
}
