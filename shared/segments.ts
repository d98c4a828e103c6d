// Where in a text a search hit: the text cut into segments, so that nobody has to make HTML of what people write.
import type { SearchPlan } from './search.ts';
import { fold } from './vietnamese.ts';

export interface Segment {
  text: string;
  isHit: boolean;
}

interface Stretch {
  from: number;
  to: number;
}

/** The text from around its first hit, on one line; what was cut away at either end is told by an ellipsis. */
export function excerptHits(text: string, plan: SearchPlan, length = 200): Segment[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const hits = hitsIn(line, plan);
  if (line.length <= length) return cut(line, hits, { from: 0, to: line.length });
  const lead = Math.max(0, Math.min((hits[0]?.from ?? 0) - Math.floor(length / 3), line.length - length));
  const from = lead === 0 ? 0 : line.indexOf(' ', lead) + 1;
  const space = line.lastIndexOf(' ', from + length);
  const to = from + length >= line.length || space <= from ? Math.min(line.length, from + length) : space;
  const segments = cut(line, hits, { from, to });
  if (from > 0) segments.unshift({ text: '… ', isHit: false });
  if (to < line.length) segments.push({ text: ' …', isHit: false });
  return segments;
}

/** All of the text, with its hits. */
export const markHits = (text: string, plan: SearchPlan): Segment[] =>
  cut(text, hitsIn(text, plan), { from: 0, to: text.length });

/** Found as the search finds: without regard to marks, each spelling as a row of words. */
function hitsIn(text: string, { terms }: SearchPlan): Stretch[] {
  const patterns = terms
    .filter(({ isNegative }) => !isNegative)
    .flatMap(({ spellings }) => spellings.map((words) => words.map(fold)));
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    folded: fold(word),
    from: index,
    to: index + word.length,
  }));
  const hits: Stretch[] = [];
  for (let at = 0; at < words.length;) {
    const length = Math.max(
      0,
      ...patterns
        .filter((pattern) => pattern.every((word, index) => words[at + index]?.folded === word))
        .map((pattern) => pattern.length),
    );
    if (length > 0) hits.push({ from: words[at]!.from, to: words[at + length - 1]!.to });
    at += Math.max(1, length);
  }
  return hits;
}

function cut(text: string, hits: Stretch[], { from, to }: Stretch): Segment[] {
  const segments: Segment[] = [];
  let at = from;
  const add = (end: number, isHit: boolean) => {
    if (end > at) segments.push({ text: text.slice(at, end), isHit });
    at = Math.max(at, end);
  };
  for (const hit of hits.filter((one) => one.from >= from && one.to <= to)) {
    add(hit.from, false);
    add(hit.to, true);
  }
  add(to, false);
  return segments;
}
