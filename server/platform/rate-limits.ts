// How often is too often. In memory for one process, in Redis for several.
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { AppError } from './app-error.ts';
import { CONFIG } from './tokens.ts';
import type { Config } from './config.ts';
import { REDIS } from './redis.ts';

/** Name -> [acts, seconds]. */
const limits = {
  /** Wrong or right, per phone number: slows guessing down without locking an owner out for long. */
  signIn: [10, 300],
  /** Per address; a ward office shares one. */
  signInAddress: [200, 300],
  join: [60, 3600],
  /** Every unsafe request of one person. */
  write: [240, 60],
  message: [60, 30],
  /** All else that is said over sockets. */
  signal: [600, 60],
  flag: [30, 3600],
  rename: [5, 24 * 3600],
  photo: [10, 24 * 3600],
  export: [3, 3600],
  search: [120, 60],
  /** Messages that call a seat or everyone. */
  mention: [20, 3600],
  /** Names looked for while somebody types one. */
  mentionFind: [180, 60],
  pushTrial: [10, 600],
  /** What nobody can switch off must stay rare. */
  urgentNotice: [6, 3600],
} as const;

@Injectable()
export class RateLimits {
  readonly #turns: RateLimiterAbstract;
  readonly #limiters: Record<keyof typeof limits, RateLimiterAbstract>;

  constructor(@Inject(CONFIG) config: Config, @Inject(REDIS) redis: Redis | null) {
    const make = (
      name: string,
      [acts, duration]: readonly [number, number],
      scale = config.rateLimitScale,
    ) => {
      const options = {
        keyPrefix: `limit:${name}`,
        points: Math.ceil(acts * scale),
        duration,
      };
      return redis
        ? new RateLimiterRedis({
            ...options,
            storeClient: redis,
            // While Redis is away each process counts for itself, and nobody has to wait.
            rejectIfRedisNotReady: true,
            insuranceLimiter: new RateLimiterMemory(options),
          })
        : new RateLimiterMemory(options);
    };
    this.#turns = make('turn', [1, 1], 1);
    this.#limiters = {
      signIn: make('signIn', limits.signIn),
      signInAddress: make('signInAddress', limits.signInAddress),
      join: make('join', limits.join),
      write: make('write', limits.write),
      message: make('message', limits.message),
      signal: make('signal', limits.signal),
      flag: make('flag', limits.flag),
      rename: make('rename', limits.rename),
      photo: make('photo', limits.photo),
      export: make('export', limits.export),
      search: make('search', limits.search),
      mention: make('mention', limits.mention),
      mentionFind: make('mentionFind', limits.mentionFind),
      pushTrial: make('pushTrial', limits.pushTrial),
      urgentNotice: make('urgentNotice', limits.urgentNotice),
    };
  }

  /** Counts one act of `key`; past the limit it throws `rate_limited` with the seconds to wait. */
  async take(limit: keyof typeof limits, key: string): Promise<void> {
    await orWait('rate_limited', this.#limiters[limit].consume(key));
  }

  /** One act of `key` in so many seconds; sooner it throws `slow_mode` with the seconds to wait. */
  async takeTurn(key: string, seconds: number): Promise<void> {
    await orWait('slow_mode', this.#turns.consume(key, 1, { customDuration: seconds }));
  }
}

async function orWait(code: 'rate_limited' | 'slow_mode', taken: Promise<unknown>): Promise<void> {
  try {
    await taken;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new AppError(code, { retryAfter: Math.ceil(refused.msBeforeNext / 1000) });
  }
}
