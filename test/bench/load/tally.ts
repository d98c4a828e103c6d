import { Latencies } from './latencies.ts';

/** What one measurement counts: everything from its first message on, and the times of those sent inside its window. */
export class Tally {
  readonly run: number;
  readonly acks = new Latencies();
  readonly arrivals = new Latencies();
  sent = 0;
  acknowledged = 0;
  deliveries = 0;
  doubled = 0;
  outOfOrder = 0;
  refused = 0;
  firstRefusal: string | null = null;
  /** The window, in the time of performance.now(). */
  from = Infinity;
  until = Infinity;

  constructor(run: number) {
    this.run = run;
  }

  isMeasured(sentAt: number): boolean {
    return sentAt >= this.from && sentAt < this.until;
  }

  refuse(answer: Buffer | null): void {
    this.refused += 1;
    this.firstRefusal ??= answer ? answer.toString().slice(0, 200) : 'the connection ended';
  }
}
