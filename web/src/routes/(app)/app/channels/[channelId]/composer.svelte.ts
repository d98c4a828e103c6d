// What is being written in a conversation: a new message, a reply or an edit; kept as a draft until it is sent.
import { createContext } from 'svelte';
import { v7 as newId } from 'uuid';
import { ApiError } from '#lib/api.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Notify } from '#lib/notify.svelte.ts';
import type { Outbox } from '#lib/outbox.svelte.ts';
import { pickFiles } from '#lib/pick-files.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Carries } from '#shared/carried.ts';
import { mentionsIn } from '#shared/mentioned.ts';
import type { MentionGiven } from '#shared/mentions.ts';
import type { MessageView } from '#shared/messages.ts';
import { Attached } from './attached.svelte.ts';
import type { Chosen } from './mention-query.ts';
import type { Spoken } from './voice.svelte.ts';

const LIMIT = 4000;
const NEAR_LIMIT = 400;

type Target = { kind: 'reply' | 'edit'; message: MessageView };

export class Composer {
  text = $state('');
  target: Target | null = $state.raw(null);
  isBusy = $state(false);
  /** When words went out last. */
  sentAt = -Infinity;
  /** Who was chosen to be mentioned; those are whose names still stand in the text. */
  chosen: Chosen[] = $state.raw([]);
  readonly attached = new Attached();
  /** Puts the cursor into the field; the field itself says when it is there. */
  focus: () => void = () => undefined;
  /** What was being written when an edit began. */
  #stash = '';
  readonly #channelId: string;
  readonly #key: string;
  readonly #hub: Hub;
  readonly #outbox: Outbox;
  readonly #notify: Notify;

  constructor(channelId: string, hub: Hub, outbox: Outbox, notify: Notify) {
    this.#notify = notify;
    this.#channelId = channelId;
    this.#key = `dinh.draft.${hub.me.id}.${channelId}`;
    this.#hub = hub;
    this.#outbox = outbox;
    this.text = readDraft(this.#key);
    this.chosen = readChosen(this.#chosenKey);
    this.#takeBack();
  }

  /** What goes out, as the server counts it. */
  words = $derived(this.text.normalize('NFC').replace(/\r\n?/g, '\n').trim());
  left = $derived(LIMIT - this.words.length);
  isNearLimit = $derived(this.left < NEAR_LIMIT);
  canSend = $derived(
    (this.words.length > 0 || this.#hasMore()) && this.left >= 0 && this.attached.isReady && !this.isBusy,
  );

  /** Whether there is something to send besides words. */
  #hasMore(): boolean {
    if (this.target?.kind === 'edit') return Boolean(this.target.message.carried?.files);
    return this.attached.files.length > 0;
  }

  /** Whom the message mentions as it stands; an edit calls nobody anew. */
  mentions: MentionGiven[] = $derived(
    this.target?.kind === 'edit' ? [] : mentionsIn(this.words, this.chosen).map(givenOf),
  );
  /** More than a few are called, whose names do not even stand there. */
  callsMany = $derived(this.mentions.some(({ kind }) => kind !== 'person'));
  callsAll = $derived(this.mentions.some(({ kind }) => kind === 'all'));

  /** Somebody was chosen to be mentioned; their name is about to be written. */
  name(one: Chosen) {
    this.chosen = [...mentionsIn(this.text, this.chosen), one];
  }

  /** Names somebody after what is written; an edit, which calls nobody, gives way. */
  mention({ id, name }: { id: string; name: string }) {
    if (this.target?.kind === 'edit') this.cancel();
    this.name({ kind: 'person', id, name });
    this.write(`${this.text}${/\S$/.test(this.text) ? ' ' : ''}@${name} `);
  }

  write(text: string) {
    const before = this.text;
    this.text = text;
    if (this.target?.kind !== 'edit') this.#keepDraft(before);
  }

  reply(message: MessageView) {
    this.cancel();
    this.target = { kind: 'reply', message };
    this.focus();
  }

  /** What a reload would lose: whom one answers, the words of an edit, and a draft over which another window wrote its own. Kept for this window alone. */
  keepForReload() {
    try {
      if (!this.target && !this.text) sessionStorage.removeItem(this.#key);
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
    this.#outbox.send(this.#channelId, this.words, replyTo, this.#carries(), this.attached.take());
    this.target = null;
    this.chosen = [];
    this.sentAt = performance.now();
    this.write('');
  }

  #carries(): Carries | null {
    return this.mentions.length > 0 ? { mentions: this.mentions } : null;
  }

  /** What was spoken goes at once, as an answer where one was being given. */
  sendVoice({ blob, seconds, peaks }: Spoken) {
    const replyTo = this.target ? { id: this.target.message.id, seq: this.target.message.seq } : null;
    const name = `${m.files_voice()}.${blob.type.includes('mp4') ? 'm4a' : 'webm'}`;
    const { size, type } = blob;
    const file = {
      id: newId(),
      kind: 'voice' as const,
      name,
      size,
      type,
      width: null,
      height: null,
      seconds,
      peaks,
      blob,
    };
    this.#outbox.send(this.#channelId, '', replyTo, null, [file]);
    this.target = null;
  }

  async pickPhotos() {
    await this.attach(await pickFiles('image/*'));
  }

  async pickFiles() {
    await this.attach(await pickFiles(''), true);
  }

  /** Takes along what was picked, pasted or dropped, and says what of it cannot go. */
  async attach(files: File[], asFiles = false) {
    if (files.length === 0 || this.target?.kind === 'edit') return;
    this.focus();
    try {
      for (const words of await this.attached.add(files, asFiles)) this.#notify.say(words, 'bad');
    } catch {
      // What looks at them could not be loaded.
      void this.#notify.error(new ApiError('offline'));
    }
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

  get #chosenKey() {
    return `${this.#key}.mentions`;
  }

  #takeBack() {
    try {
      const kept = sessionStorage.getItem(this.#key);
      this.forgetReload();
      if (!kept) return;
      const { target, text } = JSON.parse(kept) as { target: Target | null; text: string };
      if (target?.kind === 'edit') this.#stash = this.text;
      this.target = target;
      this.text = text;
    } catch {
      // A full or closed store only costs the draft.
    }
  }

  #keepDraft(before: string) {
    try {
      if (this.text.trim()) localStorage.setItem(this.#key, this.text);
      // What another window has begun meanwhile is not ours to drop.
      else if (readDraft(this.#key) === before) localStorage.removeItem(this.#key);
      if (this.chosen.length > 0) localStorage.setItem(this.#chosenKey, JSON.stringify(this.chosen));
      else localStorage.removeItem(this.#chosenKey);
    } catch {
      // A full or closed store only costs the draft.
    }
  }
}

function givenOf(one: Chosen): MentionGiven {
  return one.kind === 'person' ? { kind: 'person', id: one.id } : one;
}

function readDraft(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function readChosen(key: string): Chosen[] {
  try {
    return JSON.parse(readDraft(key) || '[]') as Chosen[];
  } catch {
    return [];
  }
}

export const [getComposer, setComposer] = createContext<Composer>();
