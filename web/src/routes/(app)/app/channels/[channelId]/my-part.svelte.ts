// What a message means for one person alone: asked for apart from the message, and kept for when there is no network.
import { onMount, untrack } from 'svelte';
import { ApiError } from '#lib/api.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Keep } from '#lib/keep.ts';
import type { Notify } from '#lib/notify.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { HubEvent } from '#shared/events.ts';
import type { MessageView } from '#shared/messages.ts';

interface Ways<Mine> {
  /** Under which it is kept, with the message's id. */
  name: string;
  read: (messageId: string) => Promise<Mine>;
  /** Whether an event says that it has changed, on another device or by another of the household. */
  isTold: (event: HubEvent, messageId: string) => boolean;
}

export class MyPart<Mine> {
  mine: Mine | null = $state.raw(null);
  isBusy = $state(false);
  /** Answers that were asked for before this moved are dropped. */
  #turn = 0;
  readonly #message: () => MessageView | null;
  readonly #ways: Ways<Mine>;
  readonly #hub: Hub;
  readonly #keep: Keep;
  readonly #notify: Notify;

  /** `message` is null while it is on its way. To be made while a component is. */
  constructor(message: () => MessageView | null, ways: Ways<Mine>, hub: Hub, keep: Keep, notify: Notify) {
    this.#message = message;
    this.#ways = ways;
    this.#hub = hub;
    this.#keep = keep;
    this.#notify = notify;
    onMount(() => {
      const stops = [
        hub.on((event) => {
          if (this.id && ways.isTold(event, this.id)) void this.load();
        }),
        hub.onResync(() => void this.load()),
      ];
      return () => stops.forEach((stop) => stop());
    });
    // Also once it is sent: its row stays the same.
    $effect(() => {
      if (this.id) untrack(() => void this.load());
    });
  }

  readonly id = $derived.by(() => this.#message()?.id ?? null);

  async load() {
    const { id } = this;
    if (!id) return;
    const turn = ++this.#turn;
    try {
      const mine = await this.#kept(id, () => this.#ways.read(id));
      if (turn === this.#turn) this.mine = mine;
    } catch {
      // Offline, or taken back meanwhile: what is in the message is shown.
    }
  }

  #kept(id: string, ask: () => Promise<Mine>): Promise<Mine> {
    return this.#keep.answer(this.#hub.me.id, `${this.#ways.name} ${id}`, ask);
  }

  /** Says something anew; tells whether the server took it. */
  async say(send: (messageId: string) => Promise<Mine>): Promise<boolean> {
    const { id } = this;
    if (!id) return false;
    this.isBusy = true;
    try {
      const mine = await send(id);
      this.#turn += 1;
      this.mine = mine;
      void this.#kept(id, () => Promise.resolve(mine));
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'offline')
        this.#notify.say(m.polls_needs_network(), 'bad');
      else void this.#notify.error(error);
      // It may have been refused because it changed meanwhile.
      void this.load();
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
