// One open conversation: a stretch of its channel that events keep true, from where one left off reading.
import { createContext } from 'svelte';
import { ApiError } from '#lib/api.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Keep } from '#lib/keep.ts';
import { hasFixedWords } from '#shared/carrying.ts';
import type { ChannelView } from '#shared/channels.ts';
import type { HubEvent } from '#shared/events.ts';
import type { MessagePage, MessageView } from '#shared/messages.ts';
import { applyEvent, applySync, extendTimeline, openTimeline, type Timeline } from '#shared/timeline.ts';
import { GapWatch } from './gap-watch.ts';
import { pageToKeep } from './kept-page.ts';
import { Reading } from './reading.ts';
import { isGone } from './rows.ts';
import { Typing } from './typing.svelte.ts';

/** Where a stretch is opened. */
export type Place = { kind: 'newest' } | { kind: 'unread'; after: number } | { kind: 'at'; seq: number };

/** What the list on the screen can do; the list itself says when it is there. */
export interface Screen {
  toEnd: () => void;
  toSeq: (seq: number) => void;
  /** Where someone is reading, to open there again; null at the end. */
  readingSeq: () => number | null;
}

const KEPT_PATIENCE_MS = 800;
const KEEP_MS = 1_000;
const GLOW_MS = 2_500;
const LONG_HISTORY = 100;

export class ChannelState {
  readonly id: string;
  readonly #isTopic: boolean;
  timeline: Timeline | null = $state.raw(null);
  /** Counts the stretches that were opened: each is a list of its own. */
  openings = $state(0);
  place: Place = $state.raw({ kind: 'newest' });
  /** How far one had read when the conversation was opened; null where nothing was unread. */
  readonly unreadAfter: number | null;
  isOpening = $state(false);
  isStale = $state(false);
  trouble: unknown = $state.raw(null);
  /** Which end is being extended, and where that failed. */
  extending: 'before' | 'after' | null = $state(null);
  extendTrouble: 'before' | 'after' | null = $state(null);
  /** Rows were put before the others just now: what one reads must not move. */
  isShifting = $state(false);
  glowing: number | null = $state(null);
  readonly typing: Typing;
  readonly reading: Reading;
  screen: Screen | null = null;

  readonly #hub: Hub;
  readonly #keep: Keep;
  /** Answers to fetches that were begun before these moved are dropped. */
  #opening = 0;
  /** The opening for which what this device kept is shown. */
  #keptFor: number | null = null;
  #stretch = 0;
  #opened: Promise<void> = Promise.resolve();
  #wantsNewest = false;
  /** What fetches under way have to hear of again, because their answers may be older. */
  readonly #recordings = new Set<HubEvent[]>();
  readonly #gaps = new GapWatch(
    () => this.timeline,
    () => this.#catchUp(),
  );
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #glowTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ id, unread, readSeq, lastSeq, topic }: ChannelView, hub: Hub, keep: Keep, at: number | null) {
    this.id = id;
    this.#isTopic = topic !== null;
    this.#hub = hub;
    this.#keep = keep;
    this.typing = new Typing(id, hub);
    this.reading = new Reading(id, hub);
    // Who has never been here is not sent to the beginning of a year of talk.
    const isNewcomer = readSeq === 0 && lastSeq > LONG_HISTORY;
    this.unreadAfter = unread > 0 && !isNewcomer ? readSeq : null;
    this.place =
      at !== null
        ? { kind: 'at', seq: at }
        : this.unreadAfter !== null
          ? { kind: 'unread', after: this.unreadAfter }
          : { kind: 'newest' };
  }

  /** Opens the conversation and keeps it true; gives back how to stop. */
  start(): () => void {
    const stops = [
      this.#hub.on((event) => this.#take(event)),
      this.#hub.onResync(() => void this.#catchUp()),
      this.typing.start(),
      this.reading.start(),
    ];
    if (this.#isTopic) void this.#catchUp();
    void this.open(this.place).then(() => this.place.kind === 'at' && this.glow(this.place.seq));
    return () => {
      this.#opening += 1;
      this.#stretch += 1;
      this.#keepNow();
      stops.forEach((stop) => stop());
      this.#gaps.stop();
      for (const timer of [this.#keepTimer, this.#glowTimer]) clearTimeout(timer);
    };
  }

  /** Opens a stretch in place of what is open. Throws where that fails and there is something to go on reading. */
  open(place: Place): Promise<void> {
    const opened = this.#open(place);
    this.#opened = opened.catch(() => undefined);
    return this.timeline ? opened : this.#opened;
  }

  async extend(direction: 'before' | 'after'): Promise<void> {
    const { timeline } = this;
    const hasMore = direction === 'before' ? timeline?.hasBefore : timeline?.hasAfter;
    if (!timeline || !hasMore || this.extending || this.isOpening) return;
    const edge = direction === 'before' ? timeline.messages[0]?.seq : timeline.messages.at(-1)?.seq;
    if (edge === undefined) return;
    const stretch = this.#stretch;
    this.extending = direction;
    this.extendTrouble = null;
    const { heard, stop } = this.#record();
    try {
      const page = await this.#read(direction === 'before' ? { before: edge } : { after: edge });
      if (stretch !== this.#stretch || !this.timeline) return;
      this.isShifting = direction === 'before';
      this.#become(heard.reduce(applyEvent, extendTimeline(this.timeline, page, direction)));
    } catch {
      if (stretch === this.#stretch) this.extendTrouble = direction;
    } finally {
      stop();
      this.extending = null;
    }
  }

  /** Shows a message: scrolls to it, or opens its place. */
  async jumpTo(seq: number): Promise<void> {
    if (this.timeline?.messages.some((message) => message.seq === seq)) this.screen?.toSeq(seq);
    else await this.open({ kind: 'at', seq });
    this.glow(seq);
  }

  async toNewest(): Promise<void> {
    if (!this.timeline?.hasAfter) return this.screen?.toEnd();
    try {
      this.#wantsNewest = true;
      await this.open({ kind: 'newest' });
      this.#wantsNewest = false;
    } catch {
      // The next connection goes there; meanwhile one sees at least what one wrote oneself.
      this.screen?.toEnd();
    }
  }

  glow(seq: number) {
    this.glowing = seq;
    clearTimeout(this.#glowTimer);
    this.#glowTimer = setTimeout(() => (this.glowing = null), GLOW_MS);
  }

  quoted(id: string): MessageView | undefined {
    return this.timeline?.messages.find((message) => message.id === id) ?? this.timeline?.quoted[id];
  }

  /** What this person said last here, whether or not it still stands. */
  lastSaid(): MessageView | undefined {
    return this.timeline?.messages.findLast(({ author }) => author.id === this.#hub.me.id);
  }

  /** My last words that can be changed. */
  lastOwn(): MessageView | undefined {
    return this.timeline?.messages.findLast(
      (message) =>
        message.author.id === this.#hub.me.id && !isGone(message) && !hasFixedWords(message.carried),
    );
  }

  async #open(place: Place): Promise<void> {
    const opening = ++this.#opening;
    this.#stretch += 1;
    this.isOpening = true;
    this.trouble = null;
    const { heard, stop } = this.#record();
    const kept = this.timeline ? undefined : setTimeout(() => void this.#showKept(opening), KEPT_PATIENCE_MS);
    try {
      const page = await this.#read(queryOf(place));
      if (opening !== this.#opening) return;
      // Who reads in what this device kept is not led away from it: a sync makes it true where it stands.
      if (opening === this.#keptFor && this.screen?.readingSeq()) return void this.#catchUp();
      this.#show(heard.reduce(applyEvent, openTimeline(this.id, page, this.#hub.me.id)), place);
    } catch (error) {
      if (opening !== this.#opening) return;
      await this.#showKept(opening);
      if (opening !== this.#opening) return;
      if (!this.timeline) this.trouble = error;
      throw error;
    } finally {
      clearTimeout(kept);
      stop();
      if (opening === this.#opening) this.isOpening = false;
    }
  }

  /** What this device saw last, while the network is slow or away; a resync makes it true. */
  async #showKept(opening: number): Promise<void> {
    if (this.timeline) return;
    const page = await this.#keep.page(this.#hub.me.id, this.id);
    if (!page || this.timeline || opening !== this.#opening) return;
    this.#show(openTimeline(this.id, page, this.#hub.me.id), this.place);
    this.isStale = true;
    this.#keptFor = opening;
  }

  #show(timeline: Timeline, place: Place) {
    this.isShifting = false;
    this.isStale = false;
    this.place = place;
    this.openings += 1;
    this.#become(timeline);
  }

  #take(event: HubEvent) {
    for (const heard of this.#recordings) heard.push(event);
    if (this.timeline) this.#become(applyEvent(this.timeline, event));
  }

  #become(timeline: Timeline) {
    if (timeline === this.timeline) return;
    this.timeline = timeline;
    this.#gaps.look();
    this.#keepTimer ??= setTimeout(() => this.#keepNow(), KEEP_MS);
  }

  /** Asks for all that changed since; the socket stands already, so nothing falls between. */
  async #catchUp(): Promise<void> {
    if (this.#isTopic) await this.#listen();
    await this.#opened;
    const { timeline } = this;
    if (!timeline) return this.open(this.place);
    const opening = this.#opening;
    try {
      const result = await this.#hub.signal('sync', { channelId: this.id, after: timeline.version });
      if (opening !== this.#opening || !this.timeline) return;
      // Pages that were read before this may lack what it brought.
      this.#stretch += 1;
      if (result.kind === 'reset') return await this.open(this.#readingPlace());
      this.isStale = false;
      this.#become(applySync(this.timeline, result));
      if (this.#wantsNewest) return await this.toNewest();
      if (this.extendTrouble) void this.extend(this.extendTrouble);
    } catch (error) {
      // Offline: the next connection catches up. Not found: this person may not read here any more.
      if (error instanceof ApiError && error.code === 'not_found') this.#lose(error);
    }
  }

  /** A topic is heard while it is open, also by who does not follow it. */
  async #listen(): Promise<void> {
    await this.#hub.signal('topic.watch', { channelId: this.id }).catch(() => undefined);
  }

  #readingPlace(): Place {
    const seq = this.screen?.readingSeq() ?? null;
    return seq === null ? { kind: 'newest' } : { kind: 'at', seq };
  }

  #lose(error: ApiError) {
    this.timeline = null;
    this.trouble = error;
  }

  #read(query: { before?: number; after?: number; around?: number }): Promise<MessagePage> {
    return this.#hub.call('message.list', { params: { channelId: this.id }, query });
  }

  #record() {
    const heard: HubEvent[] = [];
    this.#recordings.add(heard);
    return { heard, stop: () => this.#recordings.delete(heard) };
  }

  #keepNow() {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    const page = this.timeline && pageToKeep(this.timeline);
    if (page) void this.#keep.putPage(this.#hub.me.id, this.id, page);
  }
}

function queryOf(place: Place) {
  if (place.kind === 'newest') return {};
  return { around: place.kind === 'unread' ? place.after + 1 : place.seq };
}

export const [getChat, setChat] = createContext<ChannelState>();
