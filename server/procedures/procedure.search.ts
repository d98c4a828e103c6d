// Finding procedures as people type: without tone marks, parts of words, the best first.
import type { ProcedureBody } from '../../shared/procedures.ts';
import { fold, matchesFolded } from '../../shared/vietnamese.ts';

/** What a procedure is found by, folded, for the column `folded`. */
export function foldedProcedure({ code, name, field, keywords }: ProcedureBody): string {
  return fold([code, name, field, ...keywords].join(' '));
}

/** The folded words of a text; dots stay inside codes such as 1.001193. */
export function searchWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter(Boolean);
}

/** How well a procedure that matches suits a query, 0 best: its very code, how its name begins, words of its name, the rest. */
export function rankProcedure({ code, name }: { code: string; name: string }, query: string): number {
  const wanted = searchWords(query);
  const phrase = wanted.join(' ');
  const folded = searchWords(name).join(' ');
  if (phrase === searchWords(code).join(' ')) return 0;
  if (folded.startsWith(phrase)) return 1;
  if (matchesFolded(folded, phrase)) return 2;
  if (wanted.every((word) => folded.includes(word))) return 3;
  return 4;
}
