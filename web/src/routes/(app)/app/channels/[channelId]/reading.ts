// How far this person has read: told to the server when they pause, and before they leave.
import type { Hub } from '#lib/hub.svelte.ts';

const PAUSE_MS = 600;
const RETRY_MS = 5_000;

export class Reading {
  readonly #channelId: string;
  readonly #hub: Hub;
  #seen = 0;
  #told = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(channelId: string, hub: Hub) {
    this.#channelId = channelId;
    this.#hub = hub;
  }

  start(): () => void {
    const stopResync = this.#hub.onResync(() => void this.#tell());
    const leave = () => void this.#tell({ keepalive: true });
    addEventListener('pagehide', leave);
    return () => {
      stopResync();
      removeEventListener('pagehide', leave);
      leave();
    };
  }

  /** This message has been on the screen, in a window that someone looks at. */
  saw(seq: number) {
    this.#seen = Math.max(this.#seen, seq, this.#known());
    if (this.#seen <= Math.max(this.#told, this.#known())) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(), PAUSE_MS);
  }

  #known = () => this.#hub.channel(this.#channelId)?.readSeq ?? 0;

  async #tell(options: { keepalive?: boolean } = {}) {
    clearTimeout(this.#timer);
    const seq = this.#seen;
    if (seq <= Math.max(this.#told, this.#known())) return;
    const before = this.#told;
    this.#told = seq;
    try {
      const params = { channelId: this.#channelId };
      const marked = await this.#hub.call('channel.read', { params, body: { seq } }, options);
      this.#hub.apply(['read.marked', marked]);
    } catch {
      this.#told = before;
      // The next connection tells it again; while this one stands, so does time.
      if (!options.keepalive && this.#hub.connection === 'online')
        this.#timer = setTimeout(() => void this.#tell(), RETRY_MS);
    }
  }
}
