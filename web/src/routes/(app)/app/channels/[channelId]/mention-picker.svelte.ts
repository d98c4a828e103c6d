// The list of people above the field: open while a name is typed after an @, narrowed with every letter.
import type { Hub } from '#lib/hub.svelte.ts';
import { getLocale } from '#lib/locale.ts';
import { everyone } from '#shared/mentioned.ts';
import type { ChannelView } from '#shared/channels.ts';
import type { MentionChoices } from '#shared/mentions.ts';
import type { Composer } from './composer.svelte.ts';
import { choicesOf, fits, queryAt, withChoice, type Choice, type Query } from './mention-query.ts';

const PAUSE_MS = 150;

export class MentionPicker {
  query: Query | null = $state.raw(null);
  active = $state(0);
  /** What the server said last, and to which words. */
  #found: { words: string; choices: MentionChoices } | null = $state.raw(null);
  /** The @ of which the list was closed. */
  #closedAt: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = 0;
  readonly #channel: () => ChannelView;
  readonly #composer: Composer;
  readonly #hub: Hub;

  constructor(channel: () => ChannelView, composer: Composer, hub: Hub) {
    this.#channel = channel;
    this.#composer = composer;
    this.#hub = hub;
  }

  choices: Choice[] = $derived.by(() => {
    const { query } = this;
    if (!query || !this.#found) return [];
    const canCallAll = this.#channel().permissions.includes('message.mention_all');
    return choicesOf(this.#found.choices, canCallAll).filter((one) => fits(one, query.words));
  });
  isOpen = $derived(this.choices.length > 0);

  /** Looks whether somebody is being named where the caret stands. */
  look({ value, selectionStart }: HTMLTextAreaElement) {
    const query = this.#composer.target?.kind === 'edit' ? null : this.#queryIn(value, selectionStart);
    const isSame = query?.at === this.query?.at && query?.words === this.query?.words;
    if (isSame) return;
    this.query = query;
    this.active = 0;
    clearTimeout(this.#timer);
    if (!query) this.#forget();
    else if (!this.#isKnownToBeNobody(query.words))
      this.#timer = setTimeout(() => void this.#ask(query.words), this.#found ? PAUSE_MS : 0);
  }

  /** The field was left. */
  rest() {
    this.query = null;
    this.#forget();
  }

  /** Nobody is to be named at this @: it stays so while one writes on. */
  close() {
    this.#closedAt = this.query?.at ?? null;
    this.rest();
  }

  /** Puts the name in place of what was typed; gives where the caret goes then. */
  pick(choice: Choice | undefined, { value, selectionStart }: HTMLTextAreaElement): number | null {
    const { query } = this;
    if (!choice || !query) return null;
    const label =
      choice.kind === 'person' ? choice.name : choice.kind === 'seat' ? choice.seat : everyone[getLocale()];
    const { text, caret } = withChoice(value, selectionStart, query, label);
    this.#composer.name(
      choice.kind === 'person'
        ? { kind: 'person', id: choice.id, name: choice.name }
        : choice.kind === 'seat'
          ? { kind: 'seat', seat: choice.seat }
          : choice,
    );
    this.#composer.write(text);
    this.rest();
    return caret;
  }

  /** The next row, or the one before; from the last one to the first. */
  move(step: 1 | -1) {
    this.active = (this.active + step + this.choices.length) % this.choices.length;
  }

  #queryIn(text: string, caret: number): Query | null {
    const query = queryAt(text, caret, this.#composer.chosen);
    if (query?.at !== this.#closedAt) this.#closedAt = null;
    return query && query.at === this.#closedAt ? null : query;
  }

  /** Who finds nobody by "lan" finds nobody by "lan nhé" either. */
  #isKnownToBeNobody = (words: string) =>
    this.#found !== null && words.startsWith(this.#found.words) && this.choices.length === 0;

  #forget() {
    clearTimeout(this.#timer);
    this.#asking += 1;
    this.#found = null;
  }

  async #ask(words: string) {
    const asking = ++this.#asking;
    try {
      const params = { channelId: this.#channel().id };
      const choices = await this.#hub.call('mention.find', { params, query: { q: words } });
      if (asking === this.#asking) this.#found = { words, choices };
    } catch {
      // Without a network, or after too many looks, the name is only written.
      if (asking === this.#asking) this.#found ??= { words, choices: { people: [], seats: [] } };
    }
  }
}
