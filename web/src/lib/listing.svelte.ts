// A list read by one call: what is known of it, and what went wrong in reading it. A failed refresh keeps what was there.
import { upsertById } from '../../../shared/collection.ts';

export class Listing<T extends { id: string; version?: number }> {
  /** Null until it was read once. */
  items: T[] | null = $state.raw(null);
  trouble: unknown = $state.raw(null);
  readonly #read: () => Promise<T[]>;
  #readings = 0;

  constructor(read: () => Promise<T[]>) {
    this.#read = read;
  }

  async load(): Promise<void> {
    const reading = ++this.#readings;
    try {
      const items = await this.#read();
      if (reading !== this.#readings) return;
      this.items = items;
      this.trouble = null;
    } catch (error) {
      if (reading === this.#readings) this.trouble = error;
    }
  }

  /** Reads anew what was read before; what nobody has asked for stays unread. */
  async reload(): Promise<void> {
    if (this.items || this.trouble) await this.load();
  }

  put(item: T) {
    if (this.items) this.items = upsertById(this.items, item);
  }

  drop(id: string) {
    if (this.items) this.items = this.items.filter((one) => one.id !== id);
  }
}
