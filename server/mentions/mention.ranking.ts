// Whom somebody means by the beginning of a name: pure.
import type { PersonRef } from '../../shared/common.ts';
import { fold } from '../../shared/vietnamese.ts';

const MOST_WORDS = 6;
const collator = new Intl.Collator('vi');

/** The words of what was typed, folded; nothing but letters and digits is in them. */
export const wordsOf = (query: string): string[] =>
  fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

/** Vietnamese are called by the last word of their names: whose begins as it was typed stands first, then who holds a seat. */
export function likeliestFirst(people: PersonRef[], words: string[]): PersonRef[] {
  const last = words.at(-1) ?? '';
  const isCalledSo = ({ name }: PersonRef) => fold(name).split(' ').at(-1)!.startsWith(last);
  const rank = (person: PersonRef) => Number(!isCalledSo(person)) * 2 + Number(person.seat === null);
  return people.toSorted((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
}
