// One open conversation of a client, by the rules of the web's channel.svelte.ts: the room is joined before anything is read,
// answers to stale fetches are dropped, a hole that stays and every new connection are answered by sync.
import type { HubEvent } from '../../../shared/events.ts';
import { applyEvent, applySync, hasGap, openTimeline, type Timeline } from '../../../shared/timeline.ts';
import type { Wire } from './wire.ts';

const GAP_PATIENCE_MS = 1_000;

export class Conversation {
  timeline: Timeline | null = null;
  readonly id: string;
  readonly #myId: string;
  readonly #wire: Wire;
  /** Answers to fetches that were begun before this moved are dropped. */
  #opening = 0;
  #opened: Promise<void> = Promise.resolve();
  readonly #recordings = new Set<HubEvent[]>();
  #gapTimer: NodeJS.Timeout | undefined;

  constructor(id: string, myId: string, wire: Wire) {
    this.id = id;
    this.#myId = myId;
    this.#wire = wire;
  }

  stop(): void {
    this.#opening += 1;
    clearTimeout(this.#gapTimer);
  }

  open(): Promise<void> {
    return (this.#opened = this.#open().catch(() => undefined));
  }

  take(event: HubEvent): void {
    for (const heard of this.#recordings) heard.push(event);
    if (this.timeline) this.#become(applyEvent(this.timeline, event));
  }

  /** Asks for all that changed since; the socket stands already, so nothing falls between. */
  async catchUp(): Promise<void> {
    await this.#opened;
    if (!this.timeline) return this.open();
    const opening = this.#opening;
    try {
      const result = await this.#wire.signal('sync', { channelId: this.id, after: this.timeline.version });
      if (opening !== this.#opening || !this.timeline) return;
      if (result.kind === 'reset') return this.open();
      this.#become(applySync(this.timeline, result));
    } catch {
      // Offline: the next connection catches up.
    }
  }

  async #open(): Promise<void> {
    const opening = ++this.#opening;
    const heard: HubEvent[] = [];
    this.#recordings.add(heard);
    try {
      const page = await this.#wire.call('message.list', { params: { channelId: this.id }, query: {} });
      if (opening !== this.#opening) return;
      this.#become(heard.reduce(applyEvent, openTimeline(this.id, page, this.#myId)));
    } finally {
      this.#recordings.delete(heard);
    }
  }

  #become(timeline: Timeline): void {
    if (timeline === this.timeline) return;
    this.timeline = timeline;
    this.#watchGap();
  }

  #watchGap(): void {
    if (!this.timeline || !hasGap(this.timeline)) {
      clearTimeout(this.#gapTimer);
      this.#gapTimer = undefined;
      return;
    }
    this.#gapTimer ??= setTimeout(async () => {
      await this.catchUp();
      this.#gapTimer = undefined;
      this.#watchGap();
    }, GAP_PATIENCE_MS);
  }
}
