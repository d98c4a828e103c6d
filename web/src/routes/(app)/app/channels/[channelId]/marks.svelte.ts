// What is done with messages that stand: reacting, pinning; and which of the dialogs about a message is open.
import { createContext } from 'svelte';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Notify } from '#lib/notify.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { MessageView } from '#shared/messages.ts';

/** A dialog about one message. */
export interface Shown {
  kind: 'reactors' | 'emoji' | 'revisions' | 'poll' | 'forward' | 'gathering';
  message: MessageView;
}

export class Marks {
  shown: Shown | null = $state.raw(null);
  readonly #hub: Hub;
  readonly #notify: Notify;

  constructor(hub: Hub, notify: Notify) {
    this.#hub = hub;
    this.#notify = notify;
  }

  async react({ id }: MessageView, emoji: string, isOn: boolean): Promise<void> {
    try {
      const params = { messageId: id };
      this.#hub.apply([
        'message.reacted',
        await this.#hub.call('message.react', { params, body: { emoji, isOn } }),
      ]);
    } catch (error) {
      this.#notify.error(error);
    }
  }

  async pin({ id }: MessageView, isPinned: boolean): Promise<void> {
    try {
      const params = { messageId: id };
      this.#hub.apply([
        'message.pinned',
        await this.#hub.call('message.pin', { params, body: { isPinned } }),
      ]);
      this.#notify.say(isPinned ? m.chat_pinned_done() : m.chat_unpinned_done(), 'good');
    } catch (error) {
      this.#notify.error(error);
    }
  }
}

export const [getMarks, setMarks] = createContext<Marks>();
