// Who is typing in a conversation, and telling others that I am.
import type { Hub } from '#lib/hub.svelte.ts';

/** The server says so anew at least every five seconds; a lost end lapses. */
const LAPSE_MS = 7_000;
const SIGNAL_EVERY_MS = 3_000;

export class Typing {
  names: { id: string; name: string }[] = $state.raw([]);
  readonly #channelId: string;
  readonly #hub: Hub;
  readonly #lapses = new Map<string, ReturnType<typeof setTimeout>>();
  #toldAt = -Infinity;

  constructor(channelId: string, hub: Hub) {
    this.#channelId = channelId;
    this.#hub = hub;
  }

  start(): () => void {
    const stop = this.#hub.on(([name, payload]) => {
      if (name === 'typing.changed' && payload.channelId === this.#channelId) {
        const { personId } = payload;
        const isSeen = personId !== this.#hub.me.id && !this.#hub.blocked.has(personId);
        if (payload.isTyping && isSeen) this.#add(payload.personId, payload.name);
        else this.#remove(payload.personId);
      }
      if (name === 'message.created' && payload.channelId === this.#channelId)
        this.#remove(payload.author.id);
    });
    return () => {
      stop();
      for (const timer of this.#lapses.values()) clearTimeout(timer);
    };
  }

  /** I typed: told at most once in three seconds. */
  tell() {
    const now = Date.now();
    if (now - this.#toldAt < SIGNAL_EVERY_MS || this.#hub.connection !== 'online') return;
    this.#toldAt = now;
    this.#hub.signal('typing.start', { channelId: this.#channelId }).catch(() => undefined);
  }

  /** What I typed is sent: the next word is told at once. */
  rest() {
    this.#toldAt = -Infinity;
  }

  #add(id: string, name: string) {
    clearTimeout(this.#lapses.get(id));
    this.#lapses.set(
      id,
      setTimeout(() => this.#remove(id), LAPSE_MS),
    );
    if (this.names.every((one) => one.id !== id)) this.names = [...this.names, { id, name }];
  }

  #remove(id: string) {
    clearTimeout(this.#lapses.get(id));
    if (this.#lapses.delete(id)) this.names = this.names.filter((one) => one.id !== id);
  }
}
