/** Many times in milliseconds, each counted in a class one per cent wide: no sorting, no growth. */
export class Latencies {
  readonly #counts = new Uint32Array(1600);
  #total = 0;

  add(ms: number): void {
    const place = Math.round(Math.log1p(Math.max(0, ms) * 100) * 100);
    this.#counts[Math.min(place, this.#counts.length - 1)]! += 1;
    this.#total += 1;
  }

  /** The time in ms that this share of all stayed within; NaN where there were none. */
  quantile(share: number): number {
    let remaining = Math.ceil(this.#total * share);
    if (remaining === 0) return NaN;
    const place = this.#counts.findIndex((count) => (remaining -= count) <= 0);
    return Math.expm1(place / 100) / 100;
  }
}
