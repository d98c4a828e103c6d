// The words of a search as PostgreSQL looks for them. It makes the tsqueries itself, from words that are parameters: what somebody
// types is never read as its syntax.
import type pg from 'pg';
import { isMarked, tonePlaces, type SearchPlan, type Term } from '../../shared/search.ts';
import { Parameters } from './parameters.ts';

/** Both as text of tsqueries; null where nothing is asked. */
export interface Words {
  /** Without regard to marks. */
  folded: string | null;
  /** With the marks that were typed; null where none were. */
  exact: string | null;
}

export async function readWords(pool: pg.Pool, { terms }: SearchPlan): Promise<Words> {
  if (terms.length === 0) return { folded: null, exact: null };
  const isExact = terms.some(({ isNegative, spellings: [typed] }) => !isNegative && typed.some(isMarked));
  const params = new Parameters();
  const { rows } = await pool.query<Words>({
    text: `select (${queryOf(terms, false, params)})::text as folded,
      ${isExact ? `(${queryOf(terms, true, params)})::text` : 'null'} as exact`,
    values: params.values,
  });
  return rows[0]!;
}

function queryOf(terms: Term[], isExact: boolean, params: Parameters): string {
  return terms
    .map(({ spellings, isNegative }) => {
      // What is not to occur is meant as it was typed; of what is to occur, only the typed spelling can be exact.
      const any = spellings.map((words, index) =>
        rowOf(words, (isExact && index === 0) || isNegative, params),
      );
      return `${isNegative ? '!!' : ''}(${any.join(' || ')})`;
    })
    .join(' && ');
}

/** The words in a row; where they are meant exactly, those with marks occur so too, wherever their tone stands. */
function rowOf(words: string[], isExact: boolean, params: Parameters): string {
  const row = `phraseto_tsquery('simple', search_fold(${params.add(words.join(' '))}))`;
  const marked = isExact ? words.filter(isMarked) : [];
  const asWritten = (word: string) =>
    `(${tonePlaces(word)
      .map((one) => `phraseto_tsquery('simple', search_marked(${params.add(one)}))`)
      .join(' || ')})`;
  return `(${[row, ...marked.map(asWritten)].join(' && ')})`;
}
