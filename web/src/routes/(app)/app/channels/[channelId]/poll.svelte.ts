// A poll as one person sees it: what is hidden from others or differs between them comes with their own part.
import { onMount } from 'svelte';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Keep } from '#lib/keep.ts';
import type { Notify } from '#lib/notify.svelte.ts';
import { isClosed } from '#shared/ballot.ts';
import type { MessageView } from '#shared/messages.ts';
import type { MyPoll, Poll, PollResults } from '#shared/polls.ts';
import { MyPart } from './my-part.svelte.ts';

/** Many look at one poll: they do not all ask in the same moment. */
const ASK_AGAIN_MS = 1_500;
/** Longer than this no timer runs. */
const LONGEST_MS = 86_400_000;

export class PollState {
  now = $state(Date.now());
  readonly part: MyPart<MyPoll>;
  readonly #poll: () => Poll;
  readonly #hub: Hub;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(message: () => MessageView | null, poll: () => Poll, hub: Hub, keep: Keep, notify: Notify) {
    this.#poll = poll;
    this.#hub = hub;
    this.part = new MyPart<MyPoll>(
      message,
      {
        name: 'poll',
        read: (messageId) => hub.call('poll.get', { params: { messageId } }),
        isTold: ([name, payload], messageId) => name === 'poll.voted' && payload.messageId === messageId,
      },
      hub,
      keep,
      notify,
    );
    onMount(() => this.#start());
  }

  isClosed = $derived.by(() => isClosed(this.#poll(), this.now));
  /** What everyone may see is in the message; what is hidden was told to me alone. */
  results: PollResults | null = $derived.by(() => {
    const { voters, counts } = this.#poll();
    return counts ? { voters, counts } : (this.part.mine?.results ?? null);
  });

  vote(choices: number[]): Promise<boolean> {
    return this.part.say((messageId) =>
      this.#hub.call('poll.vote', { params: { messageId }, body: { choices } }),
    );
  }

  #start() {
    const stop = this.#hub.on(([name, payload]) => {
      // Hidden counts that I may see have moved, or it was closed.
      if (name === 'message.changed' && payload.id === this.part.id && this.#poll().isHidden)
        this.#loadSoon();
    });
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
      stop();
      clearTimeout(closing);
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  #loadSoon() {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        void this.part.load();
      },
      ASK_AGAIN_MS * (0.5 + Math.random()),
    );
  }
}
