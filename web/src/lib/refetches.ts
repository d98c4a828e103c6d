/** Something of these was missed: each is asked for again, once for all that comes in one burst. */
export class Refetches {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #fetch: (id: string) => Promise<unknown>;

  constructor(fetch: (id: string) => Promise<unknown>) {
    this.#fetch = fetch;
  }

  ask(id: string, patienceMs: number) {
    clearTimeout(this.#timers.get(id));
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      void this.#fetch(id);
    }, patienceMs);
    this.#timers.set(id, timer);
  }

  stop() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}
