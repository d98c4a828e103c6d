// What a frame says. All listeners of a channel get the same bytes, so each distinct frame is parsed once, and recognised by its
// bytes where it comes again: the load must not be what is measured.

/** A message as all three servers send it, as far as the load looks at it. */
export interface Heard {
  /** The measurement that it belongs to, and its place among the channel's messages there. */
  run: number;
  index: number;
  seq: number;
}

interface Known {
  bytes: Buffer;
  heard: Heard[];
}

/** So many distinct frames of one channel may be under way to its listeners before one is parsed anew. */
const KEPT = 16;

export class FrameReader {
  readonly #recent: Known[] = [];
  #oldest = 0;

  /** The messages of an event's bytes: our packet of events, or a bare server's one event. */
  read(bytes: Buffer): Heard[] {
    for (let back = 1; back <= this.#recent.length; back += 1) {
      const known = this.#recent[(this.#oldest + this.#recent.length - back) % this.#recent.length]!;
      if (known.bytes.length === bytes.length && known.bytes.equals(bytes)) return known.heard;
    }
    const heard = parseMessages(bytes.toString()).map(heardOf);
    const known = { bytes: Buffer.from(bytes), heard };
    if (this.#recent.length < KEPT) this.#recent.push(known);
    else {
      this.#recent[this.#oldest] = known;
      this.#oldest = (this.#oldest + 1) % KEPT;
    }
    return heard;
  }
}

export interface WireMessage {
  clientId: string;
  seq: number;
}

/** The messages in an event, in order; other events are none. */
export function parseMessages(text: string): WireMessage[] {
  const [name, payload] = JSON.parse(text) as [string, unknown];
  if (name === 'message.created') return [payload as WireMessage];
  if (name !== 'events') return [];
  return (payload as [string, WireMessage][])
    .filter(([event]) => event === 'message.created')
    .map(([, message]) => message);
}

/** A client id is a valid UUID that tells its run and its place. */
export const clientIdOf = (run: number, index: number) =>
  `00000000-0000-4${String(run).padStart(3, '0')}-8000-${String(index).padStart(12, '0')}`;

export function heardOf({ clientId, seq }: WireMessage): Heard {
  return { run: Number(clientId.slice(15, 18)), index: Number(clientId.slice(24)), seq };
}
