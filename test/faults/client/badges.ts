// The left column of a client, by the rules of web/src/lib/hub.svelte.ts: badges read anew at each connection, kept by events.
import { applyToChannel, isBehind, isNoOlder } from '../../../shared/badge.ts';
import type { ChannelView } from '../../../shared/channels.ts';
import type { HubEvent } from '../../../shared/events.ts';
import type { Wire } from './wire.ts';

const REFETCH_MS = 300;
const REFETCH_AGAIN_MS = 3000;

/** Of a wire, what badges need. */
type Line = Pick<Wire, 'call' | 'connection'>;

export class Badges {
  channels: ChannelView[] = [];
  readonly #myId: string;
  readonly #wire: Line;
  #refreshes = 0;
  #meanwhile: HubEvent[] = [];
  readonly #refetches = new Map<string, NodeJS.Timeout>();

  constructor(myId: string, wire: Line) {
    this.#myId = myId;
    this.#wire = wire;
  }

  stop(): void {
    for (const timer of this.#refetches.values()) clearTimeout(timer);
  }

  of(channelId: string): ChannelView | undefined {
    return this.channels.find(({ id }) => id === channelId);
  }

  apply(event: HubEvent): void {
    if (this.#refreshes > 0) this.#meanwhile.push(event);
    this.#keepTrue(event);
  }

  async refresh(): Promise<void> {
    this.#refreshes += 1;
    try {
      const groups = await this.#wire.call('group.list', {});
      this.channels = groups.flatMap(({ channels }) => channels);
      for (const event of this.#meanwhile) this.#keepTrue(event);
    } finally {
      this.#refreshes -= 1;
      if (this.#refreshes === 0) this.#meanwhile = [];
    }
  }

  #keepTrue(event: HubEvent): void {
    for (const channel of this.channels) {
      if (isBehind(channel, event)) this.#refetch(channel.id, REFETCH_MS);
      this.#change(channel.id, (known) => applyToChannel(known, event, this.#myId));
    }
  }

  #change(channelId: string, change: (channel: ChannelView) => ChannelView): void {
    this.channels = this.channels.map((one) => (one.id === channelId ? change(one) : one));
  }

  /** Something of the channel was missed: ask for it, once for all that comes in one burst, until an answer knows it all. */
  #refetch(channelId: string, patience: number): void {
    clearTimeout(this.#refetches.get(channelId));
    const timer = setTimeout(async () => {
      this.#refetches.delete(channelId);
      const fresh = await this.#wire.call('channel.get', { params: { channelId } }).catch(() => null);
      const known = this.of(channelId);
      if (!known) return;
      if (fresh && isNoOlder(fresh, known)) this.#change(channelId, () => fresh);
      else if (fresh) this.#refetch(channelId, patience);
      else if (this.#wire.connection === 'online') this.#refetch(channelId, REFETCH_AGAIN_MS);
    }, patience);
    this.#refetches.set(channelId, timer);
  }
}
