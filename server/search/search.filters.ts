// The operators of a search as conditions of a statement.
import type { Filter } from '../../shared/search.ts';
import type { Parameters } from './parameters.ts';

/** The columns of what is looked for; null for what a kind does not have, and then nothing of it fits. */
export interface Columns {
  author: string | null;
  at: string | null;
  text: string | null;
  /** Left out where a kind carries nothing. */
  carried?: string;
}

/** Conditions for all filters but `in`, which is a matter of places; null where nothing of this kind can fit. */
export function filterConditions(filters: Filter[], columns: Columns, params: Parameters): string[] | null {
  const conditions = filters
    .filter(({ kind }) => kind !== 'in')
    .map((filter) => {
      const condition = conditionOf(filter, columns, params);
      return condition && (filter.isNegative ? `not (${condition})` : condition);
    });
  return conditions.every((condition) => condition !== null) ? conditions : null;
}

function conditionOf(
  filter: Filter,
  { author, at, text, carried }: Columns,
  params: Parameters,
): string | null {
  switch (filter.kind) {
    case 'from': {
      const named = `plainto_tsquery('simple', search_fold(${params.add(filter.words.join(' '))}))`;
      return author && `${author} = any(array(select id from person where search_words(name) @@ ${named}))`;
    }
    case 'has':
      if (filter.what === 'link') return text && `${text} ~* 'https?://'`;
      if (!carried) return null;
      if (filter.what === 'poll' || filter.what === 'gathering')
        return `${carried} -> '${filter.what}' is not null`;
      // The first part is what the index of messages with files is made for.
      return `(${carried} -> 'files' is not null and ${carried} @> '{"files": [{"kind": "${filter.what}"}]}')`;
    case 'before':
      return at && `${at} < ${params.add(filter.day)}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
    case 'after':
      return (
        at && `${at} >= (${params.add(filter.day)}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
      );
    case 'in':
      return null;
  }
}
