// Chance that falls the same way every time: all of a generated ward follows from its seed.

/** sfc32, seeded with a text. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
    const hash = hashOf(seed);
    [this.#a, this.#b, this.#c] = [hash(), hash(), hash()];
    for (let round = 0; round < 12; round += 1) this.bits();
  }

  /** A stream of its own: what one part of the ward draws does not move another part. */
  fork(name: string): Random {
    return new Random(`${this.#seed}/${name}`);
  }

  /** 32 random bits. */
  bits(): number {
    const result = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + result;
    this.#c |= 0;
    return result >>> 0;
  }

  /** From 0 up to, but never, 1. */
  next(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number below `n`. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** As `pick`, but the first ones far more often, as a few people do most of the talking. */
  pickSkewed<T>(list: readonly T[], skew = 2.5): T {
    return list[Math.floor(list.length * this.next() ** skew)]!;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let index = shuffled.length - 1; index > 0; index -= 1) {
      const other = this.below(index + 1);
      [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
    }
    return shuffled;
  }
}

/** xmur3: a text to any number of 32-bit hashes. */
function hashOf(text: string): () => number {
  let hash = 1779033703 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}

/** Ids that follow from the seed as well. */
export class Ids {
  constructor(private readonly random: Random) {}

  /** A uuid v7 of that moment. */
  at(msecs: number): string {
    return this.#uuid(msecs.toString(16).padStart(12, '0'), '7');
  }

  /** A uuid v4, as clients make them. */
  client(): string {
    return this.#uuid(hex(this.random.bits(), 8) + hex(this.random.bits() >>> 16, 4), '4');
  }

  #uuid(first48: string, version: string): string {
    const bits = this.random.bits();
    const head = hex(bits >>> 2, 8);
    const tail = hex(this.random.bits(), 8) + head.slice(4);
    return `${first48.slice(0, 8)}-${first48.slice(8)}-${version}${head.slice(1, 4)}-${'89ab'[bits & 3]}${hex(this.random.bits() >>> 20, 3)}-${tail}`;
  }
}

const hex = (bits: number, length: number) => bits.toString(16).padStart(length, '0');
