// What a test file asks of the services of the run.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE, type Services } from './services.run.ts';

export { unusedPort } from './services.run.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    services: Services;
  }
}

/** A database of the file's own, migrated and empty. */
export async function createDatabase(): Promise<string> {
  const url = new URL(inject('services').postgresUrl);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(url.href);
  await client.connect();
  try {
    await client.query(`create database ${name} template ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  url.pathname = name;
  return url.href;
}

/** The run's Redis, with a key space of this worker's own. Its pub/sub is shared: room names hold ids, so nothing meets there. */
export function redisUrl(): string {
  return `${inject('services').redisUrl}/${Number(process.env.VITEST_POOL_ID ?? 1) % 16}`;
}

/** The program for playwright-core's `executablePath`. */
export function chromiumPath(): string {
  return inject('services').chromium;
}
