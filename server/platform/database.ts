// How the hub holds its connections to PostgreSQL: one that falls silent is given up, so that nobody waits behind it for ever.
import type { Socket } from 'node:net';
import type pg from 'pg';

/** PostgreSQL itself ends a statement that takes longer; nothing of ours does. */
const STATEMENT_MS = 8_000;
/** Longer than any answer may take: whoever says nothing by then is gone, whatever TCP believes. */
const SILENCE_MS = 10_000;
/** Between two statements of one transaction the hub only computes. */
const THINKING_MS = 5_000;

/** For the pools of `pg` and of MikroORM alike. */
export const connectionOptions = {
  keepAlive: true,
  connectionTimeoutMillis: 5_000,
  statement_timeout: STATEMENT_MS,
  // A process that vanished in the middle of a transaction must not hold its locks until TCP notices.
  idle_in_transaction_session_timeout: THINKING_MS,
} satisfies pg.PoolConfig;

/**
 * For statements that come again and again: planned once for a connection. Left to itself PostgreSQL plans one that takes a list anew
 * each time, because it takes any list for longer than ours are; that takes as long as running it. A statement that needs another plan
 * for other values is two statements, or belongs to a pool without this.
 */
export const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';

/** Gives up a connection in use that broke, or on which nothing comes any more: whoever waits for it hears so and can try again. */
export function giveUpSilent(pool: pg.Pool): void {
  const busy = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => busy.add(client));
  pool.on('release', (_, client) => busy.delete(client));
  pool.on('connect', (client) => {
    // Between two statements of a transaction nobody listens: the next statement hears of it, and the process goes on.
    client.on('error', () => {
      // A transaction that cannot even be rolled back leaves its connection lying, which would be missing in the pool for ever.
      setTimeout(() => busy.has(client) && client.release(true), THINKING_MS + 1_000).unref();
    });
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    stream.setTimeout(SILENCE_MS, () => {
      if (busy.has(client)) stream.destroy(new Error('Connection terminated: PostgreSQL fell silent'));
    });
  });
}
