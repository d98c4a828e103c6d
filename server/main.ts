// The start: database, migrations, demo, hub; and the stop, in the opposite order. Says what it does while it does it.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.ts';
import { demoSignIns, loadSongCau } from './demo/load.ts';
import { readConfig, type Config } from './platform/config.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { migrate } from './platform/migrate.ts';
import { connectRedis } from './platform/redis.ts';
import { StartError } from './platform/start-error.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What is running, in the order in which it was started. */
const running: { stop(): Promise<unknown> }[] = [];

async function start(): Promise<void> {
  const config = readConfig(process.env);
  await refuseBusyPort(config);
  const databaseUrl = config.databaseUrl ?? (await startDatabase(config));
  const migrations = await migrate(databaseUrl);
  if (migrations.length > 0) say(`Database: ${migrations.length} migrations run.`);
  const redis = config.redisUrl ? await connectRedis(config.redisUrl) : null;
  if (redis) {
    say('Redis: connected.');
    running.push({ stop: async () => redis.disconnect() });
  }
  const isDemoWanted = config.demo === 'always' || (config.demo === 'auto' && !config.databaseUrl);
  if (isDemoWanted && (await isEmpty(databaseUrl))) {
    say('Demo: loading the sample ward …');
    await loadSongCau(databaseUrl, say);
  }
  const app = await createApp({ config, databaseUrl, redis }, join(import.meta.dirname, '../web'));
  running.push({ stop: () => app.close() });
  // Asked before the door opens: what is open no longer ends because the database is away for a moment.
  const signIns = await demoSignIns(databaseUrl);
  await listen(app, config);
  greet(config, signIns);
}

async function startDatabase(config: Config): Promise<string> {
  say('Database: starting the embedded PostgreSQL …');
  const database = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say });
  running.push(database);
  return database.url;
}

/** Before a database is made for nothing. */
async function refuseBusyPort({ port, host }: Config): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use. Stop what uses it, or choose another one with PORT.`);
    throw new StartError(`Port ${port} on ${host} cannot be opened: ${code ?? String(error)} (PORT, HOST).`);
  }
  probe.close();
  await once(probe, 'close');
}

async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  await app.listen(port, host);
  // Pages that are rendered here ask the API of this same process.
  process.env.DINH_INTERNAL_ORIGIN = `http://127.0.0.1:${addressPort(app)}`;
}

const addressPort = (app: NestFastifyApplication) => (app.getHttpServer().address() as { port: number }).port;

async function isEmpty(databaseUrl: string): Promise<boolean> {
  return query(databaseUrl, 'select not exists (select from commune) as answer');
}

async function query<T>(databaseUrl: string, sql: string): Promise<T> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query<{ answer: T }>(sql)).rows[0]!.answer;
  } finally {
    await client.end();
  }
}

function greet({ port }: Config, signIns: Awaited<ReturnType<typeof demoSignIns>>): void {
  say('');
  say(`  Đình is open at  ${process.env.DINH_INTERNAL_ORIGIN?.replace('127.0.0.1', 'localhost') ?? port}`);
  if (signIns.length > 0) {
    say('');
    say('  Sample people, one tap each on the sign-in page, or by phone and passphrase:');
    for (const { label, phone, passphrase } of signIns)
      say(`    ${label.padEnd(28)} ${phone}   ${passphrase}`);
  }
  say('');
  say('  Ctrl-C stops it.');
}

let isStopping = false;
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const part of running.reverse()) {
    await part.stop().catch((error: Error) => say(`While stopping: ${error.message}`));
  }
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!isStopping) say('Stopping …');
    void stop(0);
  });
}

start().catch(async (error: unknown) => {
  say(
    error instanceof StartError
      ? error.message
      : `The start failed: ${String((error as Error).stack ?? error)}`,
  );
  await stop(1);
});
