// One open conversation: a stretch of its channel that events keep true, from where one left off reading.
import { createContext } from 'svelte';
import { ApiError } from '#lib/api.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Insistence } from '#lib/insistence.ts';
import { rootIdOf, type Keep } from '#lib/keep.ts';
import { hasFixedWords } from '#shared/carrying.ts';
import type { ChannelView } from '#shared/channels.ts';
import type { HubEvent } from '#shared/events.ts';
import type { MessagePage, MessageView } from '#shared/messages.ts';
import { applyEvent, applySync, extendTimeline, openTimeline, type Timeline } from '#shared/timeline.ts';
import { GapWatch } from './gap-watch.ts';
import { KeptPage, soon } from './kept-page.ts';
import { holds, placeIn, queryOf, unreadAfterIn, type Place, type Screen } from './place.ts';
import { Recordings } from './recordings.ts';
import { Reading } from './reading.ts';
import { isGone } from '#shared/gone.ts';
import { Typing } from './typing.svelte.ts';

const KEPT_PATIENCE_MS = 800;
const GLOW_MS = 2_500;

export class ChannelState {
  readonly id: string;
  readonly #isTopic: boolean;
  timeline: Timeline | null = $state.raw(null);
  /** Counts the stretches that were opened: each is a list of its own. */
  openings = $state(0);
  place: Place = $state.raw({ kind: 'newest' });
  /** How far one had read when the conversation was opened; null where nothing was unread. */
  unreadAfter: number | null = $state(null);
  /** The words were there with the page, or on this device, and are shown before the list is there. */
  isFirst = $state(false);
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
  readonly #kept: KeptPage;
  /** Answers to fetches that were begun before these moved are dropped. */
  #opening = 0;
  /** The opening for which what this device kept is shown. */
  #keptFor: number | null = null;
  #stretch = 0;
  #opened: Promise<void> = Promise.resolve();
  #wantsNewest = false;
  readonly #recordings = new Recordings();
  readonly #sync: Insistence;
  readonly #gaps = new GapWatch(
    () => this.timeline,
    () => this.#sync.ensure(),
  );
  #glowTimer: ReturnType<typeof setTimeout> | undefined;

  /** `first`: the words around that place, where they are there already. */
  constructor(channel: ChannelView, hub: Hub, keep: Keep, at: number | null, first: MessagePage | null) {
    this.id = channel.id;
    this.#isTopic = channel.topic !== null;
    this.#hub = hub;
    this.#kept = new KeptPage(keep, hub.me.id, channel, () =>
      hub.channel(rootIdOf(channel)) ? this.timeline : null,
    );
    this.#sync = hub.insistOn(() => this.#catchUp());
    this.typing = new Typing(channel.id, hub);
    this.reading = new Reading(channel.id, hub);
    this.unreadAfter = unreadAfterIn(channel);
    this.place = placeIn(channel, at);
    if (!first) return;
    this.timeline = openTimeline(channel.id, first, hub.me.id);
    this.isFirst = true;
    this.isStale = hub.isKept || first.version < channel.version;
  }

  /** Opens the conversation and keeps it true; gives back how to stop. */
  start(): () => void {
    const stops = [
      this.#hub.on((event) => this.#take(event)),
      this.#hub.onResync(() => void this.#sync.begin()),
      this.typing.start(),
      this.reading.start(),
    ];
    if (this.timeline) this.#kept.hear(this.timeline);
    if (this.#isTopic || this.isStale) void this.#sync.begin();
    this.#opened = this.#begin().catch(() => undefined);
    return () => {
      this.#opening += 1;
      this.#stretch += 1;
      this.#kept.now();
      stops.forEach((stop) => stop());
      this.#gaps.stop();
      this.#sync.stop();
      clearTimeout(this.#glowTimer);
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
    const { heard, stop } = this.#recordings.begin();
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
    const canChange = (one: MessageView) => !isGone(one) && !hasFixedWords(one.carried);
    return this.timeline?.messages.findLast((one) => one.author.id === this.#hub.me.id && canChange(one));
  }

  /** What the hub learns tells whether the words that this device had kept are all. */
  async #begin(): Promise<void> {
    const opening = ++this.#opening;
    if (this.#hub.isKept) {
      this.isOpening = true;
      await (this.timeline ? this.#hub.fresh : Promise.race([this.#hub.fresh, soon()]));
      if (opening !== this.#opening) return;
      this.isOpening = false;
    }
    if (this.#isGood()) this.#kept.soon();
    else await this.open(this.place);
    if (this.place.kind === 'at') this.glow(this.place.seq);
  }

  /** Whether what is here is all, or will be with the `sync` that the connection brings; else `place` becomes where to open. */
  #isGood(): boolean {
    const channel = this.#hub.channel(this.id);
    if (!channel || this.#hub.isKept) return this.timeline !== null;
    const { timeline, place } = this;
    if (timeline && timeline.version >= channel.version) this.isStale = false;
    const after = unreadAfterIn(channel);
    // History never moves what somebody has begun to read; without a hand, it is we who have put them where they stand.
    const hasMoved = this.screen?.isTouched() === true && this.screen.readingSeq() !== null;
    if (timeline && (place.kind === 'at' || hasMoved || after === this.unreadAfter)) return true;
    this.unreadAfter = after;
    if (place.kind !== 'at') this.place = placeIn(channel, null);
    if (!timeline || this.isStale || !holds(timeline, this.place)) return false;
    this.#show(timeline, this.place);
    return true;
  }

  async #open(place: Place): Promise<void> {
    const opening = ++this.#opening;
    this.#stretch += 1;
    this.isOpening = true;
    const { heard, stop } = this.#recordings.begin();
    const kept = this.timeline ? undefined : setTimeout(() => void this.#showKept(opening), KEPT_PATIENCE_MS);
    try {
      const page = await this.#read(queryOf(place));
      if (opening !== this.#opening) return;
      // Who reads in what this device kept is not led away from it: a sync makes it true where it stands.
      if (opening === this.#keptFor && this.screen?.readingSeq()) return void this.#sync.begin();
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
    const page = await this.#kept.read();
    if (!page || this.timeline || opening !== this.#opening) return;
    this.#show(openTimeline(this.id, page, this.#hub.me.id), this.place);
    this.isStale = true;
    this.#keptFor = opening;
  }

  #show(timeline: Timeline, place: Place) {
    this.trouble = null;
    this.isShifting = false;
    this.isStale = false;
    this.place = place;
    this.openings += 1;
    this.#become(timeline);
  }

  #take(event: HubEvent) {
    this.#recordings.hear(event);
    if (this.timeline) this.#become(applyEvent(this.timeline, event));
  }

  #become(timeline: Timeline) {
    if (timeline === this.timeline) return;
    this.timeline = timeline;
    this.#gaps.look();
    this.#kept.soon();
  }

  /** Asks for all that changed since; the socket stands already, so nothing falls between. */
  async #catchUp(): Promise<void> {
    try {
      // A topic is heard while it is open, also by who does not follow it.
      if (this.#isTopic) await this.#hub.signal('topic.watch', { channelId: this.id });
      await this.#opened;
      const { timeline } = this;
      if (!timeline) return await this.open(this.place);
      const opening = this.#opening;
      const result = await this.#hub.signal('sync', { channelId: this.id, after: timeline.version });
      if (opening !== this.#opening || !this.timeline) return;
      // Pages that were read before this may lack what it brought.
      this.#stretch += 1;
      this.#kept.hear(result);
      if (result.kind === 'reset') return await this.open(this.#readingPlace());
      this.isStale = false;
      this.#become(applySync(this.timeline, result));
      if (this.#wantsNewest) return await this.toNewest();
      if (this.extendTrouble) void this.extend(this.extendTrouble);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'not_found') throw error;
      // This person may not read here any more.
      [this.timeline, this.trouble] = [null, error];
    }
  }

  #readingPlace(): Place {
    const seq = this.screen?.readingSeq() ?? null;
    return seq === null ? { kind: 'newest' } : { kind: 'at', seq };
  }

  async #read(query: { before?: number; after?: number; around?: number }): Promise<MessagePage> {
    const page = await this.#hub.call('message.list', { params: { channelId: this.id }, query });
    this.#kept.hear(page);
    return page;
  }
}

export const [getChat, setChat] = createContext<ChannelState>();
