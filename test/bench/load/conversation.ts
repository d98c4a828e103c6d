// One channel and those who listen to it: sends in their names, and checks what each of them hears.
import { performance } from 'node:perf_hooks';
import type { Client } from './client.ts';
import { clientIdOf, FrameReader } from './frames.ts';
import type { Tally } from './tally.ts';

const TEXT = 'Bà con nhớ tối nay 19 giờ họp tổ ở nhà văn hoá, mang theo ý kiến về con đường mới nhé.';

/** So many of a channel's people talk in turn; the others listen, as it is in a big channel. */
const SPEAKERS = 16;

interface Listener {
  client: Client;
  /** 1 at the place of each message of this run that was heard. */
  seen: Uint8Array;
  lastSeq: number;
}

export class Conversation {
  readonly id: string;
  readonly #listeners: Listener[] = [];
  readonly #frames = new FrameReader();
  #tally: Tally | null = null;
  #sentAt: number[] = [];
  #acknowledged: number[] = [];
  #turn = 0;

  constructor(id: string) {
    this.id = id;
  }

  join(client: Client): void {
    const listener = { client, seen: new Uint8Array(1024), lastSeq: 0 };
    this.#listeners.push(listener);
    client.onEvent = (bytes) => this.#hear(listener, bytes);
  }

  begin(tally: Tally): void {
    this.#tally = tally;
    this.#sentAt = [];
    this.#acknowledged = [];
    for (const listener of this.#listeners) listener.seen.fill(0);
  }

  /** The next speaker says something; `onSettled` follows the acknowledgement, or tells that there will be none. */
  send(onSettled: (isStored: boolean) => void): void {
    const tally = this.#tally!;
    const { client } = this.#listeners[this.#turn++ % Math.min(SPEAKERS, this.#listeners.length)]!;
    const index = this.#sentAt.length;
    const sentAt = performance.now();
    this.#sentAt.push(sentAt);
    tally.sent += 1;
    const message = { channelId: this.id, clientId: clientIdOf(tally.run, index), text: TEXT };
    client.emit('message.send', message, (answer) => {
      const isStored = answer !== null && answer.indexOf('[{"ok"') === 0;
      if (isStored) {
        tally.acknowledged += 1;
        this.#acknowledged.push(index);
        if (tally.isMeasured(sentAt)) tally.acks.add(performance.now() - sentAt);
      } else tally.refuse(answer);
      onSettled(isStored);
    });
  }

  /** How many deliveries of acknowledged messages are missing. */
  get missing(): number {
    let count = 0;
    for (const { seen } of this.#listeners)
      for (const index of this.#acknowledged) if (seen[index] !== 1) count += 1;
    return count;
  }

  dropAll(): void {
    for (const { client } of this.#listeners) client.drop();
  }

  #hear(listener: Listener, bytes: Buffer): void {
    const tally = this.#tally;
    if (!tally) return;
    const heardAt = performance.now();
    for (const { run, index, seq } of this.#frames.read(bytes)) {
      if (run !== tally.run) continue;
      if (index >= listener.seen.length) listener.seen = grown(listener.seen, index);
      if (listener.seen[index] === 1) tally.doubled += 1;
      else {
        listener.seen[index] = 1;
        tally.deliveries += 1;
        if (seq <= listener.lastSeq) tally.outOfOrder += 1;
      }
      listener.lastSeq = Math.max(listener.lastSeq, seq);
      const sentAt = this.#sentAt[index]!;
      if (tally.isMeasured(sentAt)) tally.arrivals.add(heardAt - sentAt);
    }
  }
}

function grown(bytes: Uint8Array, index: number): Uint8Array {
  const larger = new Uint8Array(Math.max(bytes.length * 2, index + 1));
  larger.set(bytes);
  return larger;
}
