// One question on its own page: read once, kept true by events, and what this person may do with it.
import { v7 as newId } from 'uuid';
import { createContext } from 'svelte';
import { dropDraft, keepDraft, readDraft } from '#lib/draft.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Keep } from '#lib/keep.ts';
import type { HubEvent } from '#shared/events.ts';
import type { ThreadView } from '#shared/procedures.ts';

interface Reply {
  text: string;
  /** What was sent last, and whose answer may have been lost. */
  attempt: { clientId: string; text: string } | null;
}

export class OpenThread {
  thread: ThreadView | null = $state.raw(null);
  error: unknown = $state.raw(null);
  reply = $state('');
  isBusy = $state(false);
  /** What someone is about to report; `FlagDialog` is open while it is there. */
  flagged: { type: 'thread' | 'post'; id: string; text: string } | null = $state.raw(null);
  #attempt: Reply['attempt'];
  readonly id: string;
  readonly #draftName: string;
  readonly #hub: Hub;
  readonly #keep: Keep;

  constructor(hub: Hub, keep: Keep, threadId: string) {
    this.#hub = hub;
    this.#keep = keep;
    this.id = threadId;
    this.#draftName = `thread.${threadId}`;
    const draft = readDraft<Reply>(this.#draftName);
    this.reply = draft?.text ?? '';
    this.#attempt = draft?.attempt ?? null;
  }

  isAsker = $derived.by(() => this.thread?.asker.id === this.#hub.me.id);
  /** The asker stays the asker, even one who belongs to the team. */
  isTeam = $derived.by(() => !this.isAsker && this.#hub.me.permissions.includes('thread.answer'));
  isTaker = $derived.by(() => this.thread?.takenBy?.id === this.#hub.me.id);
  /** A question that a moderator removed takes no more words. */
  #stands = $derived(this.thread !== null && !this.thread.removedAt);
  mayReply = $derived.by(
    () => this.#stands && (this.isTeam || this.#hub.me.permissions.includes('thread.ask')),
  );
  mayTake = $derived(this.#stands && this.isTeam && this.thread?.status === 'open');
  mayRelease = $derived(this.#stands && this.isTeam && this.thread?.status === 'taken' && this.isTaker);
  maySolve = $derived(this.#stands && this.isAsker && this.thread?.status !== 'solved');

  mayFlag(authorId: string): boolean {
    return authorId !== this.#hub.me.id && this.#hub.me.permissions.includes('flag.create');
  }

  async load(): Promise<void> {
    try {
      const ask = () => this.#hub.call('thread.get', { params: { threadId: this.id } });
      this.#take(await this.#keep.answer(this.#hub.me.id, `thread ${this.id}`, ask));
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }

  apply([name, payload]: HubEvent) {
    if ((name === 'thread.changed' || name === 'thread.created') && payload.id === this.id)
      this.#take(payload);
    // Somebody in it may have another name or picture.
    if (name === 'person.changed' && this.thread) void this.load();
  }

  async act(name: 'thread.take' | 'thread.release' | 'thread.solve'): Promise<void> {
    this.isBusy = true;
    try {
      this.#tell(await this.#hub.call(name, { params: { threadId: this.id } }));
    } catch (error) {
      // Somebody else was quicker: show how it stands now.
      void this.load();
      throw error;
    } finally {
      this.isBusy = false;
    }
  }

  /** A repeat after an answer that got lost is the same post; other words are another one. */
  async send(): Promise<void> {
    this.isBusy = true;
    try {
      const text = this.reply.trim();
      if (this.#attempt?.text !== text) this.#attempt = { clientId: newId(), text };
      this.keep();
      const body = this.#attempt;
      this.#tell(await this.#hub.call('thread.reply', { params: { threadId: this.id }, body }));
      this.#attempt = null;
      // What was written meanwhile stays.
      if (this.reply.trim() === text) this.reply = '';
      this.keep();
    } finally {
      this.isBusy = false;
    }
  }

  keep() {
    const { reply: text } = this;
    if (text.trim()) keepDraft(this.#draftName, { text, attempt: this.#attempt } satisfies Reply);
    else dropDraft(this.#draftName);
  }

  #tell(thread: ThreadView) {
    this.#take(thread);
    this.#hub.apply(['thread.changed', thread]);
  }

  #take(thread: ThreadView) {
    if (!this.thread || thread.version >= this.thread.version) this.thread = thread;
  }
}

export const [getOpenThread, setOpenThread] = createContext<OpenThread>();
