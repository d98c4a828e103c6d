// The hub's lists as they are read anew: in order, with what is heard while one is under way, and none after the end.
import type { HubEvent } from '../../../shared/events.ts';
import type { Snapshot } from './snapshot.ts';

interface Reader {
  adopt(read: Snapshot): Promise<void>;
  /** As `adopt`, of an event: twice is harmless. */
  keepTrue(event: HubEvent): void;
}

export class Readings {
  readonly #reader: Reader;
  /** Numbered as they are begun: one that comes after a later one is late, and after the end all are. */
  #begun = 0;
  #adopted = 0;
  #underWay = 0;
  #meanwhile: HubEvent[] = [];

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  get isOver() {
    return this.#adopted === Infinity;
  }
  end() {
    this.#adopted = Infinity;
  }

  heard(event: HubEvent) {
    if (this.#underWay > 0) this.#meanwhile.push(event);
  }

  async take(reading: Promise<Snapshot>): Promise<void> {
    this.#underWay += 1;
    const turn = ++this.#begun;
    try {
      const read = await reading;
      if (turn < this.#adopted) return;
      this.#adopted = turn;
      await this.#reader.adopt(read);
      // What came meanwhile may be newer than what was read.
      for (const event of this.#meanwhile) this.#reader.keepTrue(event);
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#meanwhile = [];
    }
  }
}
