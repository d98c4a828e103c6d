// The two connections on which processes tell each other what happened. Redis may be away for a moment: what is lost then is
// noticed (settled.ts), and nothing of it may end this process.
import type { Redis } from 'ioredis';
import { REDIS_SILENCE_MS } from '../platform/redis.ts';

/** The adapter gives these commands without looking at their outcome: a refusal would be nobody's, and fatal. */
const UNHEEDED = ['publish', 'subscribe', 'psubscribe', 'unsubscribe', 'punsubscribe'] as const;

/** `onReturn`: a line stands again, and what was told meanwhile is lost. */
export function openLines(
  redis: Redis,
  onReturn: () => void,
): { publisher: Redis; subscriber: Redis; close: () => void } {
  const publisher = unheeded(redis.duplicate());
  // A subscription waits for as long as it takes: without it this process is deaf.
  const subscriber = unheeded(redis.duplicate({ maxRetriesPerRequest: null }));
  for (const line of [publisher, subscriber]) line.once('ready', () => line.on('ready', onReturn));
  // Who only listens does not notice a line on which nothing can come any more.
  const asking = setInterval(() => subscriber.ping().catch(() => undefined), REDIS_SILENCE_MS);
  const close = () => {
    clearInterval(asking);
    publisher.disconnect();
    subscriber.disconnect();
  };
  return { publisher, subscriber, close };
}

function unheeded(redis: Redis): Redis {
  redis.on('error', () => undefined); // readiness tells of it
  for (const name of UNHEEDED) {
    const command = redis[name].bind(redis) as (...given: unknown[]) => Promise<unknown>;
    Object.assign(redis, { [name]: (...given: unknown[]) => command(...given).catch(() => undefined) });
  }
  return redis;
}
