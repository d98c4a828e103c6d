// Whether one has to wait before the next message of this channel, and until when.
import type { ChannelView } from '#shared/channels.ts';
import type { MessageView } from '#shared/messages.ts';
import { quietUntil } from '#shared/pace.ts';

const TICK_MS = 1_000;

export class Pace {
  #now = $state(Date.now());
  readonly #channel: () => ChannelView;
  readonly #lastOwn: () => MessageView | undefined;

  /** `lastOwn`: what this person said last in the channel. */
  constructor(channel: () => ChannelView, lastOwn: () => MessageView | undefined) {
    this.#channel = channel;
    this.#lastOwn = lastOwn;
  }

  /** Those who tend a channel are not held up. */
  readonly #isFree = $derived.by(() => this.#channel().permissions.includes('message.pin'));
  readonly hasPace = $derived.by(() => {
    const { slowSeconds, quiet } = this.#channel().settings;
    return !this.#isFree && (slowSeconds > 0 || quiet !== null);
  });

  /** When the channel ends its rest; null where it does not rest. */
  readonly quietUntil = $derived.by(() =>
    this.hasPace ? quietUntil(this.#channel().settings, new Date(this.#now)) : null,
  );
  /** Seconds until it is this person's turn again. */
  readonly slowWait = $derived.by(() => {
    const { slowSeconds } = this.#channel().settings;
    const last = this.hasPace && slowSeconds > 0 ? this.#lastOwn() : undefined;
    if (!last) return 0;
    return Math.max(0, Math.ceil((Date.parse(last.createdAt) - this.#now) / 1_000 + slowSeconds));
  });
  readonly isHeld = $derived.by(() => this.quietUntil !== null || this.slowWait > 0);

  /** Lets the time pass; to be called in an effect. */
  run(): (() => void) | undefined {
    if (!this.hasPace) return undefined;
    this.#now = Date.now();
    const timer = setInterval(() => (this.#now = Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }
}
