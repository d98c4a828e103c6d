// A poll as one person sees it: what is hidden from others or differs between them is asked for apart, and kept for when there is no
// network.
import { onMount, untrack } from 'svelte';
import { ApiError } from '#lib/api.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Keep } from '#lib/keep.ts';
import type { Notify } from '#lib/notify.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { isClosed } from '#shared/ballot.ts';
import type { MessageView } from '#shared/messages.ts';
import type { MyPoll, Poll, PollResults } from '#shared/polls.ts';

/** Many look at one poll: they do not all ask in the same moment. */
const ASK_AGAIN_MS = 1_500;
/** Longer than this no timer runs. */
const LONGEST_MS = 86_400_000;

export class PollState {
  mine: MyPoll | null = $state.raw(null);
  isBusy = $state(false);
  now = $state(Date.now());
  readonly #message: () => MessageView | null;
  readonly #poll: () => Poll;
  readonly #hub: Hub;
  readonly #keep: Keep;
  readonly #notify: Notify;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(message: () => MessageView | null, poll: () => Poll, hub: Hub, keep: Keep, notify: Notify) {
    this.#message = message;
    this.#poll = poll;
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
  isClosed = $derived.by(() => isClosed(this.#poll(), this.now));
  /** What everyone may see is in the message; what is hidden was told to me alone. */
  results: PollResults | null = $derived.by(() => {
    const { voters, counts } = this.#poll();
    return counts ? { voters, counts } : (this.mine?.results ?? null);
  });

  async vote(choices: number[]): Promise<boolean> {
    const message = this.#message();
    if (!message) return false;
    this.isBusy = true;
    try {
      const params = { messageId: message.id };
      this.mine = await this.#hub.call('poll.vote', { params, body: { choices } });
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'offline')
        this.#notify.say(m.polls_needs_network(), 'bad');
      else void this.#notify.error(error);
      void this.#load();
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  #start() {
    const stops = [
      this.#hub.on(([name, payload]) => {
        const id = this.#message()?.id;
        if (name === 'poll.voted' && payload.messageId === id) void this.#load();
        // Hidden counts that I may see have moved, or it was closed.
        if (name === 'message.changed' && payload.id === id && this.#poll().isHidden) this.#loadSoon();
      }),
      this.#hub.onResync(() => void this.#load()),
    ];
    const { closesAt } = this.#poll();
    const left = closesAt === null ? 0 : Date.parse(closesAt) - Date.now() + 500;
    const closing =
      left > 0 && left < LONGEST_MS
        ? setTimeout(() => {
            this.now = Date.now();
            this.#loadSoon();
          }, left)
        : undefined;
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(closing);
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  #loadSoon() {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        void this.#load();
      },
      ASK_AGAIN_MS * (0.5 + Math.random()),
    );
  }

  async #load() {
    const message = this.#message();
    if (!message) return;
    const params = { messageId: message.id };
    try {
      this.mine = await this.#keep.answer(this.#hub.me.id, `poll ${message.id}`, () =>
        this.#hub.call('poll.get', { params }),
      );
    } catch {
      // Offline, or taken back meanwhile: what is in the message is shown.
    }
  }
}
