// The processes that a run starts: each on its core, its output in the run's folder, and none left behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const root = join(import.meta.dirname, '../../..');

export interface Program {
  name: string;
  core: number;
  command: string;
  args: string[];
  env?: Record<string, string>;
}

export interface Running {
  pid: number;
  /** SIGKILL: no goodbye. */
  kill(): void;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;

const alive = new Set<ChildProcess>();
// The last resort, where the run ends without stopping them.
process.once('exit', killPrograms);

export function killPrograms(): void {
  for (const child of alive) child.kill('SIGKILL');
}

let started = 0;

/** Starts a program, and waits until `isReady`. */
export async function launch(
  folder: string,
  { name, core, command, args, env }: Program,
  isReady: () => Promise<boolean>,
): Promise<Running> {
  started += 1;
  const logFile = join(folder, `${started}-${name}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn('taskset', ['-c', String(core), command, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  for (const end = Date.now() + START_LIMIT_MS; !(await isReady()); await delay(5)) {
    if (failure) throw failure;
    if (child.exitCode === null && Date.now() < end) continue;
    child.kill('SIGKILL');
    throw new Error(`${name} did not start: ${readFileSync(logFile, 'utf8').slice(-2000)}`);
  }
  return { pid: child.pid!, kill: () => child.kill('SIGKILL'), stop: () => stopChild(child) };
}

/** Starts a file as an HTTP server on this port, and waits until `path` of it answers with success. */
export async function launchServer(
  folder: string,
  port: number,
  path: string,
  program: Omit<Program, 'command'>,
): Promise<Running & { url: string }> {
  const url = `http://127.0.0.1:${port}`;
  const env = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...program.env };
  const answers = async () => {
    const answer = await fetch(url + path).catch(() => null);
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  };
  const running = await launch(folder, { ...program, command: process.execPath, env }, answers);
  return { ...running, url };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(timer);
}
