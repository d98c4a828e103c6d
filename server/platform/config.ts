// What the environment decides. Read once, checked, and handed around as one value.
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from './start-error.ts';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis://')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  FILES_DIR: z.string().optional(),
  PUBLIC_ORIGIN: z.string().default(''),
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  JOBS: z.enum(['on', 'off']).default('on'),
  PUSH_CONTACT: z
    .string()
    .regex(/^(mailto:.+@|https:\/\/)/, 'must start with mailto: or https://')
    .optional(),
  PUSH_TO_LOOPBACK: z.enum(['0', '1']).default('0'),
  DEMO: z.enum(['auto', 'never', 'always']).default('auto'),
});

export interface Config {
  port: number;
  host: string;
  /** Not given: the embedded PostgreSQL is started in `dataDir`. */
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  dataDir: string;
  /** Where photos, files and voice messages are kept; all processes share it. */
  filesDir: string;
  /** Origins besides the request's own host from which browsers may act. */
  publicOrigins: string[];
  isBehindProxy: boolean;
  metricsToken: string | undefined;
  logLevel: string;
  /** Multiplies every rate limit; benchmarks raise it, nothing else should. */
  rateLimitScale: number;
  /** Off: this process leaves the work that waits (pushes, reminders, sweeping) to other processes. */
  jobs: 'on' | 'off';
  /** Whom the makers of devices write to when something is wrong with our pushes; else our first https origin. */
  pushContact: string | undefined;
  /** For tests: a push service on this machine. */
  allowsPushToLoopback: boolean;
  demo: 'auto' | 'never' | 'always';
}

/** Reads the configuration, or throws a StartError that names the variable. Empty variables count as absent. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartError(
      `The environment variable ${issue?.path.join('.')} is not usable: ${issue?.message}`,
    );
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    dataDir: resolve(env.DATA_DIR),
    filesDir: resolve(env.FILES_DIR ?? join(env.DATA_DIR, 'files')),
    publicOrigins: env.PUBLIC_ORIGIN.split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    isBehindProxy: env.TRUST_PROXY === '1',
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
    rateLimitScale: env.RATE_LIMIT_SCALE,
    jobs: env.JOBS,
    pushContact: env.PUSH_CONTACT,
    allowsPushToLoopback: env.PUSH_TO_LOOPBACK === '1',
    demo: env.DEMO,
  };
}
