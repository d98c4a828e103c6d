// Work that waits its turn: later, again after a failure, or by the clock. pg-boss keeps it in PostgreSQL, so nothing is lost
// with a process, and of several processes one does it.
import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PgBoss, type Queue } from 'pg-boss';
import type { Config } from './config.ts';
import { openJobsPool } from './jobs.schema.ts';
import { isOutage } from './outage.ts';
import { CONFIG, DATABASE_URL } from './tokens.ts';

export interface JobQueue<Data extends object> {
  /** `feature.act`; the same in every process. */
  name: string;
  options: Omit<Queue, 'name'>;
  /** Only for the type of what a job of this queue carries. */
  readonly data?: Data;
}

interface QueueWishes {
  /** How often it is tried again. */
  retries?: number;
  /** How long until the first of these; each time it is twice as long, up to an hour. */
  retrySeconds?: number;
  /** After so long it is taken for dead, and tried again. */
  limitSeconds?: number;
}

interface Waiting {
  /** Not before this; without it at once. */
  at?: Date;
  /** While a job with this key waits, another one is not added; by it the job can be called off. */
  key?: string;
}

const STOP_MS = 5_000;
const POLL_SECONDS = 2;
/** What goes by the clock is due on the minute, and nobody waits for it. */
const CLOCK_POLL_SECONDS = 10;
/** So many jobs of a queue are done side by side; while there are more, the next ones are fetched at once. */
const SIDE_BY_SIDE = 10;
const DAY = 86_400;

/** Names a queue and what its jobs carry: `const closing = jobQueue<{ pollId: string }>('poll.close', { retries: 5 })`. */
export function jobQueue<Data extends object>(
  name: string,
  { retries = 3, retrySeconds = 30, limitSeconds = 60 }: QueueWishes = {},
): JobQueue<Data> {
  const options = {
    // One waits for each key; without a key every job waits for itself (`add` gives it one of its own).
    policy: 'short',
    retryLimit: retries,
    retryDelay: retrySeconds,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: limitSeconds,
    deleteAfterSeconds: DAY,
  } satisfies Omit<Queue, 'name'>;
  return { name, options };
}

/**
 * `work(queue, act)` and `every(name, cron, act)` belong into a feature's `onModuleInit`; `add(queue, data, { at, key })` comes
 * after the commit of the act that wants it, and `callOff(queue, key)` takes back what still waits. A job may run twice (a
 * process that died in the middle), so what it does must bear that. It runs in a request context of its own. It starts beside the
 * hub, never before it: what is added until then waits for it. With `JOBS=off` this process adds jobs and leaves doing them to others.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('Jobs');
  readonly #pool;
  readonly #boss: PgBoss;
  readonly #isWorking: boolean;
  readonly #queues = new Map<string, JobQueue<object>>();
  readonly #acts = new Map<string, (data: never) => Promise<void>>();
  readonly #crons = new Map<string, string>();
  readonly #workers = new Map<string, string>();
  #ready: Promise<void> | null = null;

  constructor(
    private readonly em: EntityManager,
    @Inject(CONFIG) config: Config,
    @Inject(DATABASE_URL) databaseUrl: string,
  ) {
    const { pool, options } = openJobsPool(databaseUrl);
    this.#pool = pool;
    this.#isWorking = config.jobs === 'on';
    this.#boss = new PgBoss({ ...options, supervise: this.#isWorking, schedule: this.#isWorking });
    this.#boss.on('error', (error) => this.#tell(error));
    // What it warns of (a slow query, a drifting clock) names no job, but is nothing that anybody could act on here.
    this.#boss.on('warning', ({ message }) => this.#logger.debug(message));
  }

  /** Says who does the jobs of a queue. One that throws is tried again as the queue says. */
  work<Data extends object>(queue: JobQueue<Data>, act: (data: Data) => Promise<void>): void {
    this.#queues.set(queue.name, queue);
    this.#acts.set(queue.name, act);
  }

  /** Does something by the clock of Vietnam, in one of the processes: `every('file.sweep', '15 3 * * *', …)`. Not more often than each minute. */
  every(name: string, cron: string, act: () => Promise<void>): void {
    this.work(jobQueue<object>(name, { retries: 0, limitSeconds: 600 }), act);
    this.#crons.set(name, cron);
  }

  /** Adds a job; after the commit, because it does not take part in the transaction. */
  async add<Data extends object>(
    queue: JobQueue<Data>,
    data: Data,
    { at, key }: Waiting = {},
  ): Promise<void> {
    await this.#started();
    const singletonKey = key ?? crypto.randomUUID();
    await this.#boss.send(queue.name, data, { singletonKey, ...(at && { startAfter: at }) });
    const worker = this.#workers.get(queue.name);
    if (worker && !at) this.#boss.notifyWorker(worker);
  }

  /** Takes back the job of this key where it still waits. */
  async callOff<Data extends object>(queue: JobQueue<Data>, key: string): Promise<void> {
    await this.#started();
    const waiting = await this.#boss.findJobs(queue.name, { key, queued: true });
    if (waiting.length > 0)
      await this.#boss.deleteJob(
        queue.name,
        waiting.map(({ id }) => id),
      );
  }

  onApplicationBootstrap(): void {
    this.#ready = this.#start();
    this.#ready.catch((error: unknown) => this.#tell(error));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: STOP_MS }).catch((error: unknown) => this.#tell(error));
    await this.#ready?.catch(() => undefined);
    await this.#pool.end();
  }

  async #started(): Promise<void> {
    if (!this.#ready) throw new Error('A job was added before the hub had started');
    await this.#ready;
  }

  async #start(): Promise<void> {
    await this.#boss.start({ attempts: Number.MAX_SAFE_INTEGER });
    for (const { name, options } of this.#queues.values()) {
      await this.#boss.createQueue(name, options);
      const { policy: _, ...changeable } = options;
      await this.#boss.updateQueue(name, changeable);
    }
    if (!this.#isWorking) return;
    for (const [name, act] of this.#acts) this.#workers.set(name, await this.#workOn(name, act));
    for (const [name, cron] of this.#crons)
      await this.#boss.schedule(name, cron, null, { tz: 'Asia/Ho_Chi_Minh' });
  }

  #workOn(name: string, act: (data: never) => Promise<void>): Promise<string> {
    const options = {
      // A little different for each queue: all asking in one moment would keep waiting whoever speaks then.
      pollingIntervalSeconds:
        (this.#crons.has(name) ? CLOCK_POLL_SECONDS : POLL_SECONDS) + this.#workers.size / 10,
      batchSize: SIDE_BY_SIDE,
      burstWhenBatchFull: true,
      perJobResults: true,
    } as const;
    return this.#boss.work<object, void, typeof options>(name, options, (jobs) =>
      Promise.all(
        jobs.map(({ id, data }) =>
          RequestContext.create(this.em, () => act(data as never)).then(
            () => ({ id, status: 'completed' as const }),
            (error: unknown) => {
              this.#tell(error, name);
              // It is kept beside the job, and the words of a database error can quote what somebody wrote.
              return { id, status: 'failed' as const, output: { name: (error as Error).name } };
            },
          ),
        ),
      ),
    );
  }

  #tell(error: unknown, queue?: string): void {
    const { name, code, stack } = error as Error & { code?: unknown };
    const at = isOutage(error) ? undefined : stack?.match(/\n\s+at .*/g)?.slice(0, 4);
    this.#logger.warn({ queue, name, code, at, message: 'A job did not get through' });
  }
}
