// Messages on their way: shown at once, sent in order, kept on this device until the server has them or their author gives up.
import { createContext } from 'svelte';
import { v7 as newId } from 'uuid';
import type { Carries } from '../../../shared/carried.ts';
import type { MessageView } from '../../../shared/messages.ts';
import { ApiError } from './api.ts';
import type { Hub } from './hub.svelte.ts';
import type { Keep } from './keep.ts';
import { sendingLock } from './kept-database.ts';
import {
  channelsToSend,
  lastPlace,
  merge,
  nextToSend,
  patienceWith,
  tryAgain,
  type Pending,
} from './outbox-order.ts';
import { askToSendLater } from './worker.ts';

export class Outbox {
  /** In the order in which they were written, over all channels. */
  pendings: Pending[] = $state.raw([]);
  readonly #hub: Hub;
  readonly #keep: Keep;
  readonly #sending = new Set<string>();
  readonly #settled = new Set<string>();
  /** Written here and not yet in the database that the windows share. */
  readonly #unsaved = new Set<string>();
  #isStopped = false;

  constructor(hub: Hub, keep: Keep) {
    this.#hub = hub;
    this.#keep = keep;
  }

  /** Sends what earlier windows left, and after every reconnection what waits. Gives back how to stop. */
  start(): () => void {
    const stopResync = this.#hub.onResync(() => void this.#resume());
    const stopEvents = this.#hub.on(([name, payload]) => {
      // Another window of this person sent it.
      if (name === 'message.created' && payload.author.id === this.#hub.me.id) this.#settle(payload.clientId);
    });
    const stopWindows = this.#keep.onPendings(() => void this.#adopt());
    void this.#resume();
    return () => {
      this.#isStopped = true;
      stopWindows();
      stopResync();
      stopEvents();
    };
  }

  of(channelId: string): Pending[] {
    return this.pendings.filter((one) => one.channelId === channelId);
  }

  send(channelId: string, text: string, replyTo: Pending['replyTo'], carries: Carries | null = null) {
    const pending: Pending = {
      clientId: newId(),
      personId: this.#hub.me.id,
      channelId,
      text,
      replyTo,
      carries,
      writtenAt: new Date().toISOString(),
      order: lastPlace(this.pendings, Date.now()),
      refusal: null,
    };
    this.pendings = [...this.pendings, pending];
    void this.#saveAndSend(pending);
  }

  /** As it is, or with something else beside its words. */
  retry(clientId: string, carries?: Pending['carries']) {
    this.pendings = tryAgain(this.pendings, clientId, Date.now(), carries);
    const again = this.pendings.find((one) => one.clientId === clientId);
    if (again) void this.#saveAndSend(again);
  }

  discard(clientId: string) {
    this.#settle(clientId);
  }

  async #saveAndSend(pending: Pending) {
    this.#unsaved.add(pending.clientId);
    await this.#keep.putPending(pending);
    this.#unsaved.delete(pending.clientId);
    if (this.#hub.connection !== 'online') void askToSendLater();
    await this.#pump(pending.channelId);
  }

  /** Takes in what the windows of this device have in common. */
  async #adopt() {
    const kept = await this.#keep.pendings(this.#hub.me.id);
    if (!kept) return;
    this.pendings = merge(
      this.pendings.filter(({ clientId }) => this.#unsaved.has(clientId)),
      kept.filter(({ clientId }) => !this.#settled.has(clientId)),
    );
  }

  async #resume() {
    await this.#adopt();
    for (const channelId of channelsToSend(this.pendings)) void this.#pump(channelId);
  }

  /** One window at a time sends for a channel; who comes next finds there what is left. */
  async #pump(channelId: string) {
    if (this.#sending.has(channelId)) return;
    this.#sending.add(channelId);
    try {
      if ('locks' in navigator)
        await navigator.locks.request(sendingLock(channelId), () => this.#sendAll(channelId));
      else await this.#sendAll(channelId);
    } finally {
      this.#sending.delete(channelId);
    }
  }

  /** Sends one after another; the next leaves when the one before is acknowledged, so that they arrive in order. */
  async #sendAll(channelId: string) {
    await this.#adopt();
    let attempt = 0;
    for (let next = nextToSend(this.pendings, channelId); next; next = nextToSend(this.pendings, channelId)) {
      // After a loss, the reconnection resumes.
      if (this.#isStopped || this.#hub.connection !== 'online') break;
      const wait = await this.#try(next, attempt);
      attempt = wait === null ? 0 : attempt + 1;
      if (wait !== null) await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  /** Sends one; gives the time to wait before trying it again, or null when it is settled one way or the other. */
  async #try(pending: Pending, attempt: number): Promise<number | null> {
    const { clientId, channelId, text, replyTo, carries } = pending;
    let message: MessageView;
    try {
      message = await this.#hub.signal('message.send', {
        channelId,
        clientId,
        text,
        replyTo: replyTo?.id ?? null,
        carries: carries ?? null,
      });
    } catch (error) {
      const { code, data } = error instanceof ApiError ? error : new ApiError('internal');
      const wait = patienceWith(code, data, attempt);
      if (wait === null) this.#refuse(clientId, { code, data });
      return wait;
    }
    this.#settle(clientId);
    this.#hub.apply(['message.created', message]);
    return null;
  }

  #settle(clientId: string) {
    this.#settled.add(clientId);
    if (this.pendings.every((one) => one.clientId !== clientId)) return;
    this.pendings = this.pendings.filter((one) => one.clientId !== clientId);
    void this.#keep.dropPending(clientId);
  }

  #refuse(clientId: string, refusal: Pending['refusal']) {
    this.pendings = this.pendings.map((one) => (one.clientId === clientId ? { ...one, refusal } : one));
    const refused = this.pendings.find((one) => one.clientId === clientId);
    if (refused) void this.#keep.putPending(refused);
  }
}

export const [getOutbox, setOutbox] = createContext<Outbox>();
