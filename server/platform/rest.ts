// How a process that has much to tell and much to hear shares its time between the two.

/** So many times as long as telling took, at most. */
const MOST_TIMES = 6;
/** And never longer than this. */
const MOST_MS = 100;
/** So many events wait for each room: the same writes to its sockets carry more. With fewer, holding back would help nobody. */
const DEEP = 2;
const LOOK_MS = 2;

/**
 * The rest that is left after telling: as long as it took, and up to six times as long while what waits to be told grows `deep`
 * (events for each room). With little to tell that is no time at all.
 */
export function restLeftMs(tookMs: number, restedMs: number, deep: number): number {
  const leastMs = Math.min(tookMs, MOST_MS);
  if (restedMs < leastMs) return leastMs - restedMs;
  const isLonger = restedMs < Math.min(MOST_TIMES * tookMs, MOST_MS) && deep >= DEEP;
  return isLonger ? LOOK_MS : 0;
}

export class Rest {
  #tookMs = 0;
  #from = 0;

  /** Tells, after which there is a rest. */
  after(tell: () => void): void {
    // Of this process alone: that it had to wait for the machine is no reason to let others wait longer.
    const before = process.threadCpuUsage();
    tell();
    // The sockets that were written to have their say right after this.
    process.nextTick(() => {
      const { user, system } = process.threadCpuUsage(before);
      this.#tookMs = (user + system) / 1000;
      this.#from = performance.now();
    });
  }

  leftMs(deep: number): number {
    return restLeftMs(this.#tookMs, performance.now() - this.#from, deep);
  }
}
