// What is being written in a conversation: a new message, a reply or an edit; kept as a draft until it is sent.
import { createContext } from 'svelte';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Outbox } from '#lib/outbox.svelte.ts';
import type { MessageView } from '#shared/messages.ts';

const LIMIT = 4000;
const NEAR_LIMIT = 400;

type Target = { kind: 'reply' | 'edit'; message: MessageView };

export class Composer {
  text = $state('');
  target: Target | null = $state.raw(null);
  isBusy = $state(false);
  /** Puts the cursor into the field; the field itself says when it is there. */
  focus: () => void = () => undefined;
  /** What was being written when an edit began. */
  #stash = '';
  readonly #channelId: string;
  readonly #key: string;
  readonly #hub: Hub;
  readonly #outbox: Outbox;

  constructor(channelId: string, hub: Hub, outbox: Outbox) {
    this.#channelId = channelId;
    this.#key = `dinh.draft.${hub.me.id}.${channelId}`;
    this.#hub = hub;
    this.#outbox = outbox;
    this.text = readDraft(this.#key);
    this.#takeBack();
  }

  /** What goes out, as the server counts it. */
  words = $derived(this.text.normalize('NFC').replace(/\r\n?/g, '\n').trim());
  left = $derived(LIMIT - this.words.length);
  isNearLimit = $derived(this.left < NEAR_LIMIT);
  canSend = $derived(this.words.length > 0 && this.left >= 0 && !this.isBusy);

  write(text: string) {
    this.text = text;
    if (this.target?.kind !== 'edit') this.#keepDraft();
  }

  reply(message: MessageView) {
    this.cancel();
    this.target = { kind: 'reply', message };
    this.focus();
  }

  /** What a reload would lose, because no draft holds it: whom one answers, or the words of an edit. Kept for this window alone. */
  keepForReload() {
    try {
      if (!this.target) sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, JSON.stringify({ target: this.target, text: this.text }));
    } catch {
      // A full or closed store only costs the draft.
    }
  }

  edit(message: MessageView) {
    this.cancel();
    this.#stash = this.text;
    this.text = message.text;
    this.target = { kind: 'edit', message };
    this.focus();
  }

  /** Back to a plain new message; an edit gives the draft back. */
  cancel() {
    if (this.target?.kind === 'edit') this.text = this.#stash;
    this.target = null;
    this.#stash = '';
  }

  /** Sends, or saves the edit. Throws where an edit fails, and then keeps its words. */
  async send(): Promise<void> {
    if (!this.canSend) return;
    if (this.target?.kind === 'edit') return this.#saveEdit(this.target.message);
    const replyTo = this.target ? { id: this.target.message.id, seq: this.target.message.seq } : null;
    this.#outbox.send(this.#channelId, this.words, replyTo);
    this.target = null;
    this.write('');
  }

  async #saveEdit(message: MessageView): Promise<void> {
    const text = this.words;
    if (text === message.text) return this.cancel();
    this.isBusy = true;
    try {
      const params = { messageId: message.id };
      const edited = await this.#hub.call('message.edit', { params, body: { text } });
      this.#hub.apply(['message.edited', edited]);
      if (this.target?.message.id === message.id) this.cancel();
    } finally {
      this.isBusy = false;
    }
  }

  /** The window was only put aside, with all that is in it. */
  forgetReload() {
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Then nothing was kept.
    }
  }

  #takeBack() {
    try {
      const kept = sessionStorage.getItem(this.#key);
      this.forgetReload();
      if (!kept) return;
      const { target, text } = JSON.parse(kept) as { target: Target; text: string };
      this.#stash = this.text;
      this.target = target;
      if (target.kind === 'edit') this.text = text;
    } catch {
      // A full or closed store only costs the draft.
    }
  }

  #keepDraft() {
    try {
      if (this.text.trim()) localStorage.setItem(this.#key, this.text);
      else localStorage.removeItem(this.#key);
    } catch {
      // A full or closed store only costs the draft.
    }
  }
}

function readDraft(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export const [getComposer, setComposer] = createContext<Composer>();
