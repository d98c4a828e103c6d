// Whether one comes to a gathering: one's own answer is asked for apart, and kept for when there is no network.
import { onMount, untrack } from 'svelte';
import { ApiError } from '#lib/api.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Keep } from '#lib/keep.ts';
import type { Notify } from '#lib/notify.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Coming, GatheringCreate, MyAnswer } from '#shared/gatherings.ts';
import type { MessageView } from '#shared/messages.ts';

/** Where no end was given. As the server sees it. */
const LASTS_MS = 3 * 3_600_000;

export class GatheringState {
  mine: MyAnswer | null = $state.raw(null);
  isBusy = $state(false);
  readonly #message: () => MessageView | null;
  readonly #gathering: () => GatheringCreate;
  readonly #hub: Hub;
  readonly #keep: Keep;
  readonly #notify: Notify;

  constructor(
    message: () => MessageView | null,
    gathering: () => GatheringCreate,
    hub: Hub,
    keep: Keep,
    notify: Notify,
  ) {
    this.#message = message;
    this.#gathering = gathering;
    this.#hub = hub;
    this.#keep = keep;
    this.#notify = notify;
    onMount(() => this.#start());
    // Also once it is sent: its row stays the same.
    $effect(() => {
      if (this.#id) untrack(() => void this.#load());
    });
  }

  readonly #id = $derived.by(() => this.#message()?.id ?? null);
  isOver = $derived.by(() => {
    const { startsAt, endsAt } = this.#gathering();
    return (endsAt === null ? Date.parse(startsAt) + LASTS_MS : Date.parse(endsAt)) < Date.now();
  });

  async answer(coming: Coming, people: number) {
    const message = this.#message();
    if (!message) return;
    this.isBusy = true;
    try {
      const params = { messageId: message.id };
      this.mine = await this.#hub.call('gathering.answer', { params, body: { coming, people } });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'offline')
        this.#notify.say(m.polls_needs_network(), 'bad');
      else void this.#notify.error(error);
    } finally {
      this.isBusy = false;
    }
  }

  #start() {
    const stops = [
      this.#hub.on(([name, payload]) => {
        if (name === 'gathering.answered' && payload.messageId === this.#message()?.id) void this.#load();
      }),
      this.#hub.onResync(() => void this.#load()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async #load() {
    const message = this.#message();
    if (!message) return;
    const params = { messageId: message.id };
    try {
      this.mine = await this.#keep.answer(this.#hub.me.id, `gathering ${message.id}`, () =>
        this.#hub.call('gathering.get', { params }),
      );
    } catch {
      // Offline, or taken back meanwhile: what is in the message is shown.
    }
  }
}
