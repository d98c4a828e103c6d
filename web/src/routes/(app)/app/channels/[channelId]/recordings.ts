// What fetches under way have to hear of again, because their answers may be older.
import type { HubEvent } from '#shared/events.ts';

export class Recordings {
  readonly #all = new Set<HubEvent[]>();

  begin() {
    const heard: HubEvent[] = [];
    this.#all.add(heard);
    return { heard, stop: () => this.#all.delete(heard) };
  }

  hear(event: HubEvent) {
    for (const heard of this.#all) heard.push(event);
  }
}
