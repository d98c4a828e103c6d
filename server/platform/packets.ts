// What waits to be told, room by room. Each write to a socket costs the process, and the phone at its other end, about the same
// however much it carries: where many speak, more goes along with each.
import type { HubEvent } from '../../shared/events.ts';

/** So long a lively room rests after each packet. A room that was quiet hears at once. */
export const REST_MS = 400;
/** With so many events a packet is full: it would not become cheaper by waiting, only larger than what a socket takes at once. */
export const FULL = 100;

interface Waiting {
  events: HubEvent[];
  /** While the room rests. */
  rest?: NodeJS.Timeout;
}

export class Packets {
  /** Of each room that is told soon, or rests. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(
    private readonly send: (room: string, packet: HubEvent[]) => void,
    /** Whether many may speak there. What is told to other rooms is for few, and nothing holds it back. */
    private readonly isLively: (room: string) => boolean,
  ) {}

  /** All that is added for a room until it is told leaves as one packet, in the order in which it came. */
  add(room: string, event: HubEvent): void {
    const waiting = this.#waiting.get(room);
    if (!waiting) {
      this.#waiting.set(room, { events: [event] });
      this.#tellSoon(room);
      return;
    }
    waiting.events.push(event);
    if (waiting.events.length < FULL || !waiting.rest) return;
    clearTimeout(waiting.rest);
    delete waiting.rest;
    this.#tellSoon(room);
  }

  /** Tells without waiting for the end of a rest: this process ends, and others have listeners too. */
  tellAll(): void {
    for (const room of [...this.#waiting.keys()]) this.#tell(room);
  }

  /** Whoever spoke is answered first. */
  #tellSoon(room: string): void {
    setImmediate(() => this.#tell(room));
  }

  #tell(room: string): void {
    const { events = [] } = this.#waiting.get(room) ?? {};
    this.#waiting.delete(room);
    if (events.length === 0) return;
    if (this.isLively(room)) {
      const rest = setTimeout(() => this.#tell(room), REST_MS).unref();
      this.#waiting.set(room, { events: [], rest });
    }
    this.send(room, events);
  }
}
