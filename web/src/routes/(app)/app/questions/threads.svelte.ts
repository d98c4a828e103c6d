// A list of questions as one view of them shows it, kept true by events.
import type { Hub } from '#lib/hub.svelte.ts';
import type { Keep } from '#lib/keep.ts';
import { upsertById } from '#shared/collection.ts';
import type { HubEvent } from '#shared/events.ts';
import type { ThreadQuery, ThreadView } from '#shared/procedures.ts';
import { inQueue } from './waiting.ts';

export type View = NonNullable<ThreadQuery['view']>;

export class Threads {
  error: unknown = $state.raw(null);
  isLoaded = $state(false);
  #threads: ThreadView[] = $state.raw([]);
  #loads = 0;
  #meanwhile: ThreadView[] = [];
  readonly #hub: Hub;
  readonly #keep: Keep;
  readonly #view: View;
  readonly #procedureId: string | undefined;

  constructor(hub: Hub, keep: Keep, view: View, procedureId?: string) {
    this.#hub = hub;
    this.#keep = keep;
    this.#view = view;
    this.#procedureId = procedureId;
  }

  shown = $derived.by(() =>
    this.#view === 'queue'
      ? inQueue(this.#threads)
      : this.#threads.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
  );

  async load(): Promise<void> {
    this.#loads += 1;
    try {
      const query = { view: this.#view, procedureId: this.#procedureId };
      const name = ['threads', this.#view, this.#procedureId].filter(Boolean).join(' ');
      let isFresh = false;
      const threads = await this.#keep.answer(this.#hub.me.id, name, async () => {
        const read = await this.#hub.call('thread.list', { query });
        isFresh = true;
        return read;
      });
      // What this device keeps is older than what is shown already.
      if (isFresh || !this.isLoaded) this.#threads = threads;
      for (const thread of this.#meanwhile) this.#take(thread);
      this.error = null;
      this.isLoaded = true;
    } catch (error) {
      this.error = error;
    } finally {
      this.#loads -= 1;
      if (this.#loads === 0) this.#meanwhile = [];
    }
  }

  apply([name, payload]: HubEvent) {
    if (name !== 'thread.created' && name !== 'thread.changed') return;
    if (this.#loads > 0) this.#meanwhile.push(payload);
    this.#take(payload);
  }

  #take(thread: ThreadView) {
    const isMine = thread.asker.id === this.#hub.me.id;
    if (this.#view === 'mine' && !isMine) return;
    if (this.#procedureId && thread.procedure.id !== this.#procedureId) return;
    const isGone = thread.removedAt !== null && !isMine;
    this.#threads = isGone
      ? this.#threads.filter(({ id }) => id !== thread.id)
      : upsertById(this.#threads, thread);
  }
}
