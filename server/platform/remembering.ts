// What is read often and changes seldom, kept in this process's memory until somebody says that it no longer holds.
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { inThreeTurns } from './coalescing.ts';

export interface Bounds {
  /** So many are kept; beyond, those not asked for the longest go. */
  most: number;
  /** Nothing is believed longer than this: word of a change can be lost between processes. */
  trustedMs: number;
}

/**
 * `load(key)` gives what is remembered of a key; what many want at once and nobody remembers is read in one statement.
 * `clear(key)` forgets, `clearAll()` everything. `read` gives one value for each key, in their order, null where there is nothing: which is not remembered.
 */
export function remembering<V extends object>(
  read: (keys: readonly string[]) => Promise<(V | null)[]>,
  { most, trustedMs }: Bounds,
): { load(key: string): Promise<V | null>; clear(key: string): void; clearAll(): void } {
  const remembered = new LRUCache<string, Promise<V | null>>({ max: most, ttl: trustedMs });
  const loader = new DataLoader<string, V | null>(read, {
    maxBatchSize: 500,
    batchScheduleFn: inThreeTurns,
    cacheMap: remembered,
  });
  return {
    async load(key) {
      // The loader lets also those wait for its next statement who ask for nothing new.
      const value = await (remembered.get(key) ?? loader.load(key));
      if (!value) loader.clear(key);
      return value;
    },
    clear: (key) => void loader.clear(key),
    clearAll: () => void loader.clearAll(),
  };
}
