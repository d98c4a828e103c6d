// The emoji that can be chosen, with their names: emojibase's data, which is served by the hub itself.
import { getLocale } from '#lib/locale.ts';
import { fold } from '#shared/vietnamese.ts';

export interface EmojiEntry {
  emoji: string;
  name: string;
  /** Name and tags, folded. */
  words: string;
  group: number;
}

const MOST_FOUND = 60;
/** Skin tones and hair, which are no emoji of their own. */
const COMPONENTS = 2;

export async function loadEmoji(): Promise<{
  groups: { order: number; name: string }[];
  all: EmojiEntry[];
}> {
  const [{ default: list }, { default: messages }] =
    getLocale() === 'en'
      ? await Promise.all([
          import('emojibase-data/en/compact.json'),
          import('emojibase-data/en/messages.json'),
        ])
      : await Promise.all([
          import('emojibase-data/vi/compact.json'),
          import('emojibase-data/vi/messages.json'),
        ]);
  const all = list
    .filter(({ group }) => group !== undefined && group !== COMPONENTS)
    .map(({ unicode, label, tags, group }) => ({
      emoji: plain(unicode),
      name: label,
      words: fold([label, ...(tags ?? [])].join(' ')),
      group: group!,
    }));
  const groups = messages.groups
    .filter(({ order }) => order !== COMPONENTS)
    .map(({ order, message }) => ({ order, name: message }));
  return { groups, all };
}

/** Without the sign for "as a picture" where that is how it looks anyway: so it is the same emoji as another keyboard's. */
const plain = (emoji: string) => (/^\p{Emoji_Presentation}\uFE0F$/u.test(emoji) ? emoji.slice(0, -1) : emoji);

/** Words by which Vietnamese counts things: "con mèo" is looked for by "mèo". */
const CLASSIFIERS = new Set(['con', 'cai', 'chiec', 'qua', 'cay', 'bong', 'la']);

/** Those in whose names every word of the query begins a word, marks or none. */
export function findEmoji(all: EmojiEntry[], query: string): EmojiEntry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const parts = words.length > 1 ? words.filter((word) => !CLASSIFIERS.has(word)) : words;
  return all
    .filter(({ words }) => parts.every((part) => ` ${words}`.includes(` ${part}`)))
    .slice(0, MOST_FOUND);
}
