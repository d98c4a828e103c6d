// What to offer while somebody types a search: operators by name, and values for the one that is being typed. Pure.
import { operatorOf, type Filter } from '#shared/search.ts';
import { fold, matchesFolded } from '#shared/vietnamese.ts';

type Kind = Filter['kind'];

/** What may stand after an operator. */
export interface Known {
  people: string[];
  places: string[];
  days: string[];
}

const LIMIT = 6;
const names: Record<'vi' | 'en', Record<Kind, string>> = {
  vi: { from: 'từ', in: 'trong', has: 'có', before: 'trước', after: 'sau' },
  en: { from: 'from', in: 'in', has: 'has', before: 'before', after: 'after' },
};

/** What a message may hold, as one types it. */
export const held = {
  vi: ['ảnh', 'tệp', 'thoại', 'link', 'bình chọn', 'lịch'],
  en: ['photo', 'file', 'voice', 'link', 'poll', 'event'],
};

export const operatorText = (kind: Kind, locale: 'vi' | 'en') => `${names[locale][kind]}:`;

/** The operator whose value is being typed at the end of the query, and how far that has come. */
export function typedOperator(query: string): { kind: Kind; start: number; value: string } | null {
  const match = /(?<!\S)-?(\p{L}+):(?:"([^"]*)|(\S*))$/u.exec(query);
  const kind = match?.[1] && operatorOf(match[1]);
  if (!match || !kind) return null;
  const value = match[2] ?? match[3] ?? '';
  return { kind, start: query.lastIndexOf(':') + 1, value };
}

/** Whole queries, one of which may be what is meant, with the part that is new. */
export function offersFor(
  query: string,
  known: Known,
  locale: 'vi' | 'en',
): { text: string; query: string }[] {
  const typed = typedOperator(query);
  if (typed) {
    const { people, places, days } = known;
    const values = { from: people, in: places, has: held[locale], before: days, after: days }[typed.kind];
    return values
      .filter((value) => matchesFolded(value, typed.value) && value !== typed.value)
      .slice(0, LIMIT)
      .map((value) => {
        const part = /\s/.test(value) ? `"${value}"` : value;
        return { text: value, query: `${query.slice(0, typed.start)}${part} ` };
      });
  }
  const word = /(?<!\S)-?(\p{L}{2,})$/u.exec(query)?.[1];
  if (!word) return [];
  return Object.values(names[locale])
    .filter((name) => fold(name).startsWith(fold(word)))
    .map((name) => ({
      text: `${name}:`,
      query: `${query.slice(0, query.length - word.length)}${name}:`,
    }));
}
