// The built server as a process of its own, as `npm start` runs it; for browsers, and for tests that kill it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unusedPort } from './services.ts';
import { START_MS, until } from './actor.ts';

const root = join(import.meta.dirname, '../..');

export interface ServerProcess {
  url: string;
  /** All that it printed so far. */
  output(): string;
  /** SIGKILL: no goodbye. */
  kill(): void;
  /** SIGTERM, and its exit awaited. */
  stop(): Promise<number | null>;
  ended: Promise<number | null>;
}

export async function startServer(environment: {
  databaseUrl: string;
  env?: Record<string, string>;
}): Promise<ServerProcess> {
  const port = await unusedPort();
  const folder = await mkdtemp(join(tmpdir(), 'dinh-files-'));
  const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: environment.databaseUrl,
      RATE_LIMIT_SCALE: '100',
      FILES_DIR: folder,
      ...environment.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').then(async ([code]) => {
    process.off('exit', kill);
    await rm(folder, { recursive: true, force: true });
    return code as number | null;
  });
  const url = `http://127.0.0.1:${port}`;
  await until(
    'the server answers',
    async () => {
      if (child.exitCode !== null) throw new Error(`The server ended at its start: ${printed}`);
      // Asked all the while, it would be asked hundreds of times.
      if (!printed.includes(' is open at ')) return false;
      return (await fetch(`${url}/readyz`).catch(() => null))?.ok;
    },
    START_MS,
  );
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url, output: () => printed, kill, stop, ended };
}
