// What a client wrote and has not been acknowledged, by the rules of web/src/lib/outbox.svelte.ts, which decides order and patience.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { HubEvent } from '../../../shared/events.ts';
import type { MessageView } from '../../../shared/messages.ts';
import {
  channelsToSend,
  lastPlace,
  nextToSend,
  patienceWith,
  tryAgain,
  type Pending,
} from '../../../web/src/lib/outbox-order.ts';
import { type Refusal, type Wire } from './wire.ts';

/** A person presses "try again" after so long. */
const PRESS_MS = 1_000;

export interface Acknowledged {
  clientId: string;
  id: string;
  seq: number;
  text: string;
}

export class Outbox {
  pendings: Pending[] = [];
  /** In the order of their acknowledgement, by channel. */
  readonly acknowledged = new Map<string, Acknowledged[]>();
  /** What the server refused and the person had to send again by hand, by code. */
  readonly refusals = new Map<string, number>();
  readonly #personId: string;
  readonly #wire: Wire;
  readonly #onSent: (event: HubEvent) => void;
  readonly #sending = new Set<string>();

  constructor(personId: string, wire: Wire, onSent: (event: HubEvent) => void) {
    this.#personId = personId;
    this.#wire = wire;
    this.#onSent = onSent;
  }

  send(channelId: string, text: string): void {
    const pending: Pending = {
      clientId: randomUUID(),
      personId: this.#personId,
      channelId,
      text,
      replyTo: null,
      carries: null,
      writtenAt: new Date().toISOString(),
      order: lastPlace(this.pendings, Date.now()),
      refusal: null,
    };
    this.pendings = [...this.pendings, pending];
    void this.#pump(channelId);
  }

  /** The server has it: by its acknowledgement, or because it came back as an event. */
  settle({ clientId, channelId, id, seq }: MessageView): void {
    const pending = this.pendings.find((one) => one.clientId === clientId);
    if (!pending) return;
    this.pendings = this.pendings.filter((one) => one !== pending);
    const list = this.acknowledged.get(channelId) ?? [];
    this.acknowledged.set(channelId, [...list, { clientId, id, seq, text: pending.text }]);
  }

  resume(): void {
    for (const channelId of channelsToSend(this.pendings)) void this.#pump(channelId);
  }

  /** One after another; the next leaves when the one before is acknowledged, so that they arrive in order. */
  async #pump(channelId: string): Promise<void> {
    if (this.#sending.has(channelId)) return;
    this.#sending.add(channelId);
    let attempt = 0;
    for (let next = nextToSend(this.pendings, channelId); next; next = nextToSend(this.pendings, channelId)) {
      // After a loss, the reconnection resumes.
      if (this.#wire.connection !== 'online') break;
      const wait = await this.#try(next, attempt);
      attempt = wait === null ? 0 : attempt + 1;
      if (wait !== null) await delay(wait);
    }
    this.#sending.delete(channelId);
  }

  /** Gives the time to wait before trying it again, or null when it is settled one way or the other. */
  async #try({ clientId, channelId, text }: Pending, attempt: number): Promise<number | null> {
    let message: MessageView;
    try {
      message = await this.#wire.signal('message.send', { channelId, clientId, text, replyTo: null });
    } catch (error) {
      const { code, data } = error as Refusal;
      const wait = patienceWith(code, data, attempt);
      if (wait === null) this.#refuse(clientId, code);
      return wait;
    }
    this.settle(message);
    this.#onSent(['message.created', message]);
    return null;
  }

  #refuse(clientId: string, code: Refusal['code']): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    this.pendings = this.pendings.map((one) =>
      one.clientId === clientId ? { ...one, refusal: { code, data: {} } } : one,
    );
    setTimeout(() => {
      this.pendings = tryAgain(this.pendings, clientId, Date.now());
      this.resume();
    }, PRESS_MS);
  }
}
