// npm run test:faults [-- --seed 1 --clients 200 --seconds 180]: two servers of the hub, PostgreSQL and Redis, a proxy of our own
// between all of them, and everything that can go wrong. Prints one JSON object; ends with 1 where anything was lost, doubled,
// out of order or stale.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unusedPort } from '../support/services.run.ts';
import { migrateBuilt, postgresMachine, postgresUrl, redisMachine } from './machines/machines.ts';
import { run, type RunOptions } from './run.ts';
import { isFine } from './verdict.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);
/** What a run takes besides its faults: the start, and until all have settled. */
const GRACE_MS = 5 * 60_000;

function readOptions(): RunOptions {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      clients: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '180' },
    },
  });
  const options = {
    seed: Number(values.seed),
    clients: Number(values.clients),
    seconds: Number(values.seconds),
  };
  if (Object.values(options).some((value) => !Number.isInteger(value) || value < 1))
    throw new Error('--seed, --clients and --seconds take whole numbers.');
  return options;
}

const options = readOptions();
const folder = await mkdtemp(join(tmpdir(), 'dinh-faults-'));
const [postgresPort, redisPort] = [await unusedPort(), await unusedPort()];
const postgres = postgresMachine(folder, postgresPort);
const redis = redisMachine(folder, redisPort);

async function leave(): Promise<void> {
  await Promise.all([postgres.stop(), redis.stop()]);
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

async function giveUp(reason: string): Promise<void> {
  say(reason);
  await leave();
  process.exit(1);
}

const watch = setTimeout(
  () => void giveUp('It did not come to an end: stopped.'),
  options.seconds * 1000 + GRACE_MS,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void giveUp('Stopped before its end.'));

try {
  if (!process.env.FAULTS_SERVER) {
    // What the build says is not the result.
    const built = spawnSync(process.execPath, ['bin/build.ts', '--if-needed'], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 2, 2],
    });
    if (built.status !== 0) throw new Error('The build failed.');
  }
  say(`seed ${options.seed}: PostgreSQL and Redis start`);
  await Promise.all([postgres.start(), redis.start()]);
  const databaseUrl = await postgresUrl(folder, postgresPort);
  await migrateBuilt(databaseUrl);
  const ground = {
    databaseUrl,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    ports: [await unusedPort(), await unusedPort()],
    postgres,
    redis,
  };
  const outcome = await run(ground, options, say);
  console.log(JSON.stringify(outcome, null, 2));
  process.exitCode = isFine(outcome.verdict) && outcome.crashed === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  clearTimeout(watch);
  await leave();
}
