// One connection through the proxy: two sockets, and what may go wrong between them. `near` is who called (a client of the hub, or
// the hub as a client of its database), `far` is who was called.
import type { Socket } from 'node:net';
import type { Random } from './random.ts';

interface Direction {
  from: Socket;
  to: Socket;
  /** What came and has not been passed on. */
  held: Buffer[];
  delayMs: number;
  isHalving: boolean;
}

export class Link {
  isOver = false;
  readonly #near: Socket;
  readonly #far: Socket;
  readonly #up: Direction;
  readonly #down: Direction;
  readonly #random: Random;
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Bytes are kept, in both directions. */
  #isHolding = false;
  /** Why it does not end when one side does. */
  #isHalfDead = false;

  constructor(near: Socket, far: Socket, random: Random, onOver: () => void) {
    this.#near = near;
    this.#far = far;
    this.#random = random;
    this.#up = { from: near, to: far, held: [], delayMs: 0, isHalving: false };
    this.#down = { from: far, to: near, held: [], delayMs: 0, isHalving: false };
    for (const direction of [this.#up, this.#down]) {
      direction.from.on('data', (chunk) => this.#pass(direction, chunk));
      direction.to.on('drain', () => !this.#isHolding && direction.from.resume());
      direction.from.on('close', () => {
        // What was said before the end still arrives.
        if (!this.#isHalfDead) direction.to.destroySoon();
        if (!near.destroyed || !far.destroyed) return;
        this.cut();
        onOver();
      });
    }
  }

  /** Both sides see a connection that was reset or closed. */
  cut(): void {
    this.isOver = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#near.destroy();
    this.#far.destroy();
  }

  /** Everything comes late for a while, in order. */
  delay(ms: number, forMs: number): void {
    this.#up.delayMs = this.#down.delayMs = ms;
    this.#later(forMs, () => (this.#up.delayMs = this.#down.delayMs = 0));
  }

  /** The next thing that is said arrives in part, and then the connection is gone. */
  halve(): void {
    (this.#random.next() < 0.5 ? this.#up : this.#down).isHalving = true;
  }

  /** Nothing passes any more, and nobody is told; what was said meanwhile arrives when it is cut off, or never. */
  stall(forMs: number): void {
    this.#hold();
    this.#later(forMs, () => this.cut());
  }

  /**
   * Who called loses the connection and comes back by a new one, while the other side still believes in the old one: there what
   * was said last arrives late, beside the new connection, and what is said to the caller goes nowhere.
   */
  duplicate(holdMs: number, lateMs: number, forMs: number): void {
    this.#hold();
    this.#later(holdMs, () => {
      this.#isHalfDead = true;
      this.#near.destroy();
    });
    this.#later(holdMs + lateMs, () => {
      for (const chunk of this.#up.held.splice(0)) this.#far.write(chunk);
    });
    this.#later(holdMs + lateMs + forMs, () => this.cut());
  }

  /** As good as new; where that cannot be, over. */
  heal(): void {
    if (this.#isHolding || this.#up.isHalving || this.#down.isHalving) this.cut();
    this.#up.delayMs = this.#down.delayMs = 0;
  }

  #hold(): void {
    this.#isHolding = true;
    // Read on, so that what is already under way is held here; but what nobody takes is not heaped up.
    this.#later(1, () => this.#far.pause());
  }

  #pass(direction: Direction, chunk: Buffer): void {
    if (this.#isHolding) {
      direction.held.push(chunk);
      return;
    }
    if (direction.isHalving) {
      const part = chunk.subarray(0, Math.floor(chunk.length * this.#random.next()));
      direction.isHalving = false;
      this.#isHolding = true;
      direction.to.write(part);
      this.#later(this.#random.between(0, 200), () => this.cut());
      return;
    }
    if (direction.delayMs > 0 || direction.held.length > 0) {
      direction.held.push(chunk);
      this.#later(direction.delayMs, () => this.#release(direction));
      return;
    }
    this.#write(direction, chunk);
  }

  /** One timer a chunk, all of the same length: the oldest is due. */
  #release(direction: Direction): void {
    const chunk = direction.held.shift();
    if (chunk && !this.#isHolding) this.#write(direction, chunk);
    else if (chunk) direction.held.unshift(chunk);
  }

  #write({ from, to }: Direction, chunk: Buffer): void {
    if (!to.write(chunk)) from.pause();
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.isOver) act();
    }, ms);
    this.#timers.add(timer);
  }
}
