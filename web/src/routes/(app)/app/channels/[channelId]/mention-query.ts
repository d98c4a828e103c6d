// What is typed after an @, and what stands there once somebody is chosen: pure.
import { everyone, type Named } from '#shared/mentioned.ts';
import type { PersonRef } from '#shared/common.ts';
import type { MentionChoices, MentionGiven } from '#shared/mentions.ts';
import { matchesFolded } from '#shared/vietnamese.ts';

/** Somebody chosen from the list, with the name that stands in the text. */
export type Chosen = MentionGiven & Named;

/** One row of the list. */
export type Choice =
  ({ kind: 'person' } & PersonRef) | { kind: 'seat'; seat: string; people: number } | { kind: 'all' };

export interface Query {
  /** Where the @ stands. */
  at: number;
  words: string;
}

/** Longer, and no name begins so. */
const MOST_WORDS = 6;
/** An @ inside a word belongs to an address. */
const beforeCaret = /(?:^|[^\p{L}\p{N}_@.])@([^@\n]{0,60})$/u;

/** What is being looked for where the caret stands; null where nobody is. */
export function queryAt(text: string, caret: number, chosen: readonly Named[]): Query | null {
  const words = beforeCaret.exec(text.slice(0, caret))?.[1];
  if (words === undefined || /^\s/.test(words) || words.split(/\s+/).length > MOST_WORDS) return null;
  if (chosen.some((one) => labels(one).some((label) => beginsWith(words, label)))) return null;
  return { at: caret - words.length - 1, words };
}

/** The text with the chosen name in place of what was typed, and where one writes on. */
export function withChoice(
  text: string,
  caret: number,
  { at }: Query,
  label: string,
): { text: string; caret: number } {
  const rest = text.slice(caret);
  const named = `${text.slice(0, at)}@${label}`;
  return /^\s/.test(rest)
    ? { text: named + rest, caret: named.length + 1 }
    : { text: `${named} ${rest}`, caret: named.length + 1 };
}

/** The rows of the list; everyone stands last, where no finger meets it by chance. */
export function choicesOf({ people, seats }: MentionChoices, canCallAll: boolean): Choice[] {
  return [
    ...people.map((person): Choice => ({ kind: 'person', ...person })),
    ...seats.map((seat): Choice => ({ kind: 'seat', ...seat })),
    ...(canCallAll ? [{ kind: 'all' } as const] : []),
  ];
}

/** Whether it is still meant by what is typed by now. */
export function fits(choice: Choice, words: string): boolean {
  if (choice.kind === 'person') return matchesFolded(choice.name, words);
  if (choice.kind === 'seat') return matchesFolded(choice.seat, words);
  return [...labels(choice), ...alsoEveryone].some((label) => matchesFolded(label, words));
}

/** Other words by which people look for everyone. */
const alsoEveryone = ['tất cả', 'cả nhóm', 'cả tổ', 'all'];

export const keyOf = (choice: Choice) =>
  choice.kind === 'person' ? choice.id : choice.kind === 'seat' ? `seat ${choice.seat}` : 'all';

const labels = (named: Named): string[] =>
  named.kind === 'all' ? Object.values(everyone) : [named.kind === 'person' ? named.name : named.seat];

const beginsWith = (words: string, label: string) =>
  words.startsWith(label) && !/^[\p{L}\p{N}]/u.test(words.slice(label.length));
