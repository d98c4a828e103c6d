// Messages on their way: shown at once, sent in order, kept on this device until the server has them or their author gives up.
import { createContext } from 'svelte';
import { v7 as newId } from 'uuid';
import type { Carries } from '../../../shared/carried.ts';
import type { MessageView } from '../../../shared/messages.ts';
import { ApiError } from './api.ts';
import type { Hub } from './hub.svelte.ts';
import type { Keep } from './keep.ts';
import { sendingLock, uploadingLock } from './kept-database.ts';
import {
  channelsToSend,
  lastPlace,
  merge,
  nextToSend,
  nextToUpload,
  patienceWith,
  tryAgain,
  type Pending,
} from './outbox-order.ts';
import { Uploads, type OutgoingFile } from './uploads.svelte.ts';
import { askToSendLater } from './worker.ts';

export class Outbox {
  /** In the order in which they were written, over all channels. */
  pendings: Pending[] = $state.raw([]);
  readonly uploads: Uploads;
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
    this.uploads = new Uploads(keep);
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

  send(
    channelId: string,
    text: string,
    replyTo: Pending['replyTo'],
    carries: Carries | null = null,
    outgoing: OutgoingFile[] = [],
  ) {
    const files = outgoing.map(({ blob: _, ...file }) => file);
    const pending: Pending = {
      clientId: newId(),
      personId: this.#hub.me.id,
      channelId,
      text,
      replyTo,
      carries: files.length > 0 ? { ...carries, files: files.map(({ id }) => id) } : carries,
      ...(files.length > 0 && { files }),
      writtenAt: new Date().toISOString(),
      order: lastPlace(this.pendings, Date.now()),
      refusal: null,
    };
    this.pendings = [...this.pendings, pending];
    void this.#saveAndSend(pending, outgoing);
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

  async #saveAndSend(pending: Pending, outgoing: OutgoingFile[] = []) {
    this.#unsaved.add(pending.clientId);
    await this.uploads.hold(outgoing);
    await this.#save(pending);
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
    await this.uploads.adopt(this.pendings);
  }

  async #resume() {
    await this.#adopt();
    for (const channelId of channelsToSend(this.pendings)) void this.#pump(channelId);
  }

  /** One window at a time sends for a channel; who comes next finds there what is left. */
  async #pump(channelId: string) {
    if (nextToUpload(this.pendings, channelId))
      void this.#alone(uploadingLock(channelId), () =>
        this.#each(channelId, nextToUpload, (next, attempt) => this.#upload(next, attempt)),
      );
    await this.#alone(sendingLock(channelId), () =>
      this.#each(channelId, nextToSend, (next, attempt) => this.#try(next, attempt)),
    );
  }

  async #alone(lock: string, act: () => Promise<void>) {
    if (this.#sending.has(lock)) return;
    this.#sending.add(lock);
    try {
      if ('locks' in navigator) await navigator.locks.request(lock, act);
      else await act();
    } finally {
      this.#sending.delete(lock);
    }
  }

  /** One after another; the next leaves when the one before is acknowledged, so that they arrive in order. */
  async #each(
    channelId: string,
    nextOf: typeof nextToSend,
    act: (pending: Pending, attempt: number) => Promise<number | null>,
  ) {
    await this.#adopt();
    let attempt = 0;
    for (let next = nextOf(this.pendings, channelId); next; next = nextOf(this.pendings, channelId)) {
      // After a loss, the reconnection resumes.
      if (this.#isStopped || this.#hub.connection !== 'online') break;
      const wait = await act(next, attempt);
      attempt = wait === null ? 0 : attempt + 1;
      if (wait !== null) await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  /** Uploads the files of one, after which it takes its turn; gives what `#try` gives. */
  async #upload(pending: Pending, attempt: number): Promise<number | null> {
    try {
      await this.uploads.upload(pending);
    } catch (error) {
      return this.#stumble(pending.clientId, error, attempt);
    }
    await this.#change(pending.clientId, { isUploaded: true });
    void this.#pump(pending.channelId);
    return null;
  }

  /** How long to wait after this before trying again; null where that is its author's to decide. */
  #stumble(clientId: string, error: unknown, attempt: number): number | null {
    const { code, data } = error instanceof ApiError ? error : new ApiError('internal');
    const wait = patienceWith(code, data, attempt);
    // What was swept away meanwhile is uploaded anew.
    if (wait === null)
      void this.#change(clientId, {
        refusal: { code, data },
        ...(code === 'files_missing' && { isUploaded: false }),
      });
    return wait;
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
      return this.#stumble(clientId, error, attempt);
    }
    this.#settle(clientId);
    this.#hub.apply(['message.created', message]);
    return null;
  }

  #settle(clientId: string) {
    this.#settled.add(clientId);
    const settled = this.pendings.find((one) => one.clientId === clientId);
    if (!settled) return;
    this.pendings = this.pendings.filter((one) => one !== settled);
    void this.#keep.dropPending(settled);
  }

  async #change(clientId: string, change: Pick<Partial<Pending>, 'refusal' | 'isUploaded'>) {
    this.pendings = this.pendings.map((one) => (one.clientId === clientId ? { ...one, ...change } : one));
    const changed = this.pendings.find((one) => one.clientId === clientId);
    if (changed) await this.#save(changed);
  }

  /** What a full disk does not take is this window's own until it is settled. */
  async #save(pending: Pending) {
    this.#unsaved.add(pending.clientId);
    if (await this.#keep.putPending(pending)) this.#unsaved.delete(pending.clientId);
  }
}

export const [getOutbox, setOutbox] = createContext<Outbox>();
