// Redis carries events, limits and presence between processes. One process alone needs none.
import { Redis } from 'ioredis';
import { StartError } from './start-error.ts';

export const REDIS = Symbol('redis');

/** Whoever was asked and says nothing for so long is gone, whatever TCP believes. */
export const REDIS_SILENCE_MS = 5000;

/** Connects, or throws a StartError where nothing answers within five seconds. */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5000,
    maxRetriesPerRequest: 2,
    socketTimeout: REDIS_SILENCE_MS,
  });
  redis.on('error', () => undefined); // readiness tells of it; an unheard 'error' would end the process
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch {
    redis.disconnect();
    throw new StartError(`Redis does not answer at ${hostOf(url)} (REDIS_URL).`);
  }
}

/** Where a connection address leads, without its user and password. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return 'an address that cannot be read';
  }
}
