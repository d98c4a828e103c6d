// A program that is killed without a goodbye and started again on the same port, as often as the plan wants.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

export interface Program {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Whether it can be used. */
  isReady: () => Promise<boolean>;
  /** What else dies with it. */
  alsoKill?: () => Promise<void>;
}

const START_LIMIT_MS = 60_000;
const KEPT_OUTPUT = 2_000;

const alive = new Set<ChildProcess>();
// The last resort, where the run ends without stopping them.
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

export class Machine {
  /** How often it ended though nobody killed it. */
  crashes = 0;
  kills = 0;
  /** The end of what it printed. */
  output = '';
  /** The end of what it said before it ended though nobody killed it. */
  complaints = '';
  #child: ChildProcess | null = null;
  #isWanted = false;
  #wasReady = false;

  readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it can be used; what it stands on may be away, so it is started as often as it takes. */
  async start(): Promise<void> {
    this.#isWanted = true;
    if (!this.#child) this.#spawn();
    for (const end = Date.now() + START_LIMIT_MS; this.#isWanted; await delay(50)) {
      if (await this.program.isReady()) {
        this.#wasReady = true;
        return;
      }
      if (Date.now() > end) throw new Error(`${this.program.name} did not start: ${this.output}`);
    }
  }

  /** SIGKILL, and its end awaited. */
  async kill(): Promise<void> {
    this.kills += 1;
    await this.stop();
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    await this.program.alsoKill?.();
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  #spawn(): void {
    const { command, args, env } = this.program;
    this.#wasReady = false;
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    alive.add(child);
    const ended = (text: string, chunk: unknown) => (text + String(chunk)).slice(-KEPT_OUTPUT);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (this.output = ended(this.output, chunk)));
    child.once('exit', (code, signal) => {
      alive.delete(child);
      this.#child = null;
      if (!this.#isWanted) return;
      // While it starts it may find nothing to stand on; once it could be used it must not end by itself.
      if (this.#wasReady) {
        this.crashes += 1;
        // What it said last is still on its way.
        child.once('close', () => (this.complaints = `${code ?? signal}: ${this.output}`));
      }
      setTimeout(() => this.#isWanted && !this.#child && this.#spawn(), 300);
    });
  }
}
