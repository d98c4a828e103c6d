// What has to succeed while the connection stands, and may fail all the same: the hub is busy, its database begins anew. It is tried
// again, each time after a longer while, and by each window at a time of its own.
import { ApiError } from './api.ts';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** Shorter than this nobody has to know of it. */
const BLINK_MS = 2_000;

interface Circumstances {
  /** Whether it is still worth trying: the next connection begins anew, and nothing comes after the end. */
  mayGoOn: () => boolean;
  /** It fails for longer than a blink; and later, that it does so no more. */
  tellLate: (isLate: boolean) => void;
}

export class Insistence {
  readonly #act: () => Promise<unknown>;
  readonly #circumstances: Circumstances;
  #turn = 0;
  #isUnderWay = false;
  #isLate = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #blink: ReturnType<typeof setTimeout> | undefined;

  constructor(act: () => Promise<unknown>, circumstances: Circumstances) {
    this.#act = act;
    this.#circumstances = circumstances;
  }

  /** From the beginning. Settles with the first attempt, whatever became of it. */
  begin(): Promise<void> {
    this.stop();
    this.#isUnderWay = true;
    return this.#try(this.#turn, 0);
  }

  /** Sees to it that it is under way. */
  async ensure(): Promise<void> {
    if (!this.#isUnderWay) await this.begin();
  }

  stop() {
    this.#turn += 1;
    this.#isUnderWay = false;
    clearTimeout(this.#retry);
    clearTimeout(this.#blink);
    this.#blink = undefined;
    if (this.#isLate) this.#circumstances.tellLate((this.#isLate = false));
  }

  async #try(turn: number, attempt: number): Promise<void> {
    let wait: number | null = null;
    try {
      await this.#act();
    } catch (error) {
      wait = waitAfter(error, attempt);
    }
    if (turn !== this.#turn) return;
    if (wait === null || !this.#circumstances.mayGoOn()) return this.stop();
    this.#blink ??= setTimeout(() => this.#circumstances.tellLate((this.#isLate = true)), BLINK_MS);
    this.#retry = setTimeout(() => {
      if (this.#circumstances.mayGoOn()) void this.#try(turn, attempt + 1);
      else this.stop();
    }, wait);
  }
}

/** In milliseconds, between half and all of what doubles each time; null where trying again helps nothing. */
export function waitAfter(error: unknown, attempt: number): number | null {
  if (!(error instanceof ApiError)) return null;
  const asked = (error.data.retryAfter ?? 0) * 1_000;
  switch (error.code) {
    case 'offline':
    case 'unavailable':
    case 'internal':
    case 'rate_limited':
      return asked + Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS) * (0.5 + Math.random() / 2);
    default:
      return null;
  }
}
