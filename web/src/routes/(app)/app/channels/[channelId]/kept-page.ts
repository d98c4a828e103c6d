// What this device keeps of a conversation: its newest messages, to open it with at once, and without a network.
import type { Keep } from '#lib/keep.ts';
import { letGoOfGone, letGoOfPictures } from '#lib/let-go.ts';
import type { ChannelView } from '#shared/channels.ts';
import type { MessagePage, SyncResult } from '#shared/messages.ts';
import { hasGap, type Timeline } from '#shared/timeline.ts';

const KEPT = 50;
const KEEP_MS = 1_000;

/** Longer than this nobody waits for a weak network when there may be something kept. */
export const soon = () => new Promise((resolve) => setTimeout(resolve, 3_000));

export class KeptPage {
  readonly #keep: Keep;
  readonly #personId: string;
  readonly #channel: Pick<ChannelView, 'id' | 'topic'>;
  readonly #timeline: () => Timeline | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(keep: Keep, personId: string, channel: ChannelView, timeline: () => Timeline | null) {
    this.#keep = keep;
    this.#personId = personId;
    this.#channel = channel;
    this.#timeline = timeline;
  }

  read(): Promise<MessagePage | null> {
    return this.#keep.page(this.#personId, this.#channel.id);
  }

  /** What is told to be gone is kept no more; nor what may be, where too much has changed to be told. */
  hear(told: SyncResult | Pick<MessagePage, 'messages'>) {
    if ('messages' in told) void letGoOfGone(this.#keep, this.#personId, told.messages);
    else void letGoOfPictures(this.#keep, this.#channel.id);
  }

  /** Writes down how it stands, together with what changes in the next moment. */
  soon() {
    this.#timer ??= setTimeout(() => this.now(), KEEP_MS);
  }

  now() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const timeline = this.#timeline();
    const page = timeline && pageToKeep(timeline);
    if (page) void this.#keep.putPage(this.#personId, this.#channel, page);
  }
}

/** Null while it is not true up to its end. */
function pageToKeep(timeline: Timeline): MessagePage | null {
  if (timeline.hasAfter || hasGap(timeline)) return null;
  const messages = timeline.messages.slice(-KEPT);
  const outside = new Map(
    [...Object.values(timeline.quoted), ...timeline.messages.slice(0, -KEPT)].map((one) => [one.id, one]),
  );
  const quoted = messages.flatMap(({ replyTo }) => (replyTo && outside.get(replyTo.id)) ?? []);
  return {
    version: timeline.version,
    messages,
    quoted: [...new Set(quoted)],
    mine: timeline.mine,
    hasBefore: timeline.hasBefore || timeline.messages.length > KEPT,
    hasAfter: false,
  };
}
