// What people type into the search: its words, phrases and operators, read into a plan. Pure, and without zod: the web reads with it
// what the server reads.
import { fold } from './vietnamese.ts';

export const SEARCH_LENGTH = 200;
/** Words, phrases and operators together. */
export const SEARCH_PARTS = 12;

/** Something that is to occur, or not to. The first spelling is the one that was typed; each is a row of words. */
export interface Term {
  spellings: [typed: string[], ...others: string[][]];
  isNegative: boolean;
}

/** What a message may hold beside words. */
export type Holding = 'link' | 'poll' | 'gathering' | 'photo' | 'file' | 'voice';

export type Filter =
  /** Words of a person's name. */
  | { kind: 'from'; words: string[]; isNegative: boolean }
  /** Words of the names of a channel and its group. */
  | { kind: 'in'; words: string[]; isNegative: boolean }
  | { kind: 'has'; what: Holding; isNegative: boolean }
  /** A calendar day in Vietnam as 2026-11-23, not counted itself. */
  | { kind: 'before' | 'after'; day: string; isNegative: boolean };

export interface SearchPlan {
  terms: Term[];
  filters: Filter[];
}

/** Why a search cannot be read: there is nothing to look for, too much, or an operator of which the rest does not fit. */
export interface SearchProblem {
  kind: 'nothing' | 'too_much' | 'value' | 'date' | 'has';
  /** The part that does not fit, as typed. */
  part: string;
}

/** The operators by every name under which they are known, folded. */
const operators: Record<string, Filter['kind']> = {
  tu: 'from',
  from: 'from',
  trong: 'in',
  in: 'in',
  co: 'has',
  has: 'has',
  truoc: 'before',
  before: 'before',
  sau: 'after',
  after: 'after',
};

/** What can be held, by every name under which it is known, folded. */
const holdings: Record<string, Holding> = {
  link: 'link',
  'lien ket': 'link',
  poll: 'poll',
  'binh chon': 'poll',
  event: 'gathering',
  lich: 'gathering',
  'lich hen': 'gathering',
  anh: 'photo',
  hinh: 'photo',
  photo: 'photo',
  image: 'photo',
  tep: 'file',
  file: 'file',
  thoai: 'voice',
  voice: 'voice',
};

/** Names of two words are one value also without quotes: có:bình chọn. */
const twoWords = /(?<!\S)(-?(?:c[oó]|has)):(b[iì]nh ch[oọ]n|l[iị]ch h[eẹ]n|li[eê]n k[eế]t)(?!\S)/giu;

/** The operator of this name, also without marks. */
export const operatorOf = (name: string): Filter['kind'] | undefined =>
  Object.hasOwn(operators, fold(name)) ? operators[fold(name)] : undefined;

/** Abbreviations of ward life. Whoever types one means the other as well. */
const abbreviations: [short: string, long: string[]][] = Object.entries({
  tdp: 'tổ dân phố',
  kp: 'khu phố',
  ubnd: 'uỷ ban nhân dân',
  hđnd: 'hội đồng nhân dân',
  cccd: 'căn cước công dân',
  cmnd: 'chứng minh nhân dân',
  bhyt: 'bảo hiểm y tế',
  bhxh: 'bảo hiểm xã hội',
  gcn: 'giấy chứng nhận',
  tthc: 'thủ tục hành chính',
  gplx: 'giấy phép lái xe',
}).map(([short, long]) => [short, long.split(' ')]);

/** What a search means, or why it cannot be read. */
export function readSearch(query: string): SearchPlan | { problem: SearchProblem } {
  const text = query
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(twoWords, '$1:"$2"');
  if (text.length > SEARCH_LENGTH) return { problem: { kind: 'too_much', part: '' } };
  const plan: SearchPlan = { terms: [], filters: [] };
  /** Words that were typed one after another, and may make up the long form of an abbreviation together. */
  let run: string[] = [];
  const endRun = () => {
    plan.terms.push(...termsOfRun(run));
    run = [];
  };
  for (const [part, minus, name, quoted, plain = ''] of text.matchAll(
    /(?<!\S)(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|(\S*))/gu,
  )) {
    if (part === '') continue;
    const isNegative = minus === '-';
    const kind = name === undefined ? undefined : operatorOf(name);
    if (kind) {
      endRun();
      const filter = readFilter(kind, quoted ?? plain, isNegative);
      if (typeof filter === 'string') return { problem: { kind: filter, part } };
      plan.filters.push(filter);
      continue;
    }
    // What only looks like an operator is words: "giờ:7h", or an address.
    const words = wordsOf(`${name ?? ''} ${quoted ?? plain}`);
    if (words.length === 1 && !isNegative && quoted === undefined) run.push(words[0]!);
    else {
      endRun();
      if (words.length > 0) plan.terms.push({ spellings: spellingsOf(words), isNegative });
    }
  }
  endRun();
  if (plan.terms.length + plan.filters.length > SEARCH_PARTS)
    return { problem: { kind: 'too_much', part: '' } };
  const wants = [...plan.terms, ...plan.filters].some(({ isNegative }) => !isNegative);
  return wants ? plan : { problem: { kind: 'nothing', part: '' } };
}

/** The words of a text in lower case, without what stands between them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** A marked word as both schools write it: hòa and hoà, khỏe and khoẻ, thúy and thuý. */
export function tonePlaces(word: string): string[] {
  const apart = word.normalize('NFD');
  const moved = apart.replace(
    /(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y)/g,
    '$1$4$3$6$2$5',
  );
  const back = apart.replace(
    /(o)([ae])([\u0300\u0301\u0303\u0309\u0323])|(u)(y)([\u0300\u0301\u0303\u0309\u0323])/g,
    '$1$4$3$6$2$5',
  );
  return [...new Set([apart, moved, back].map((one) => one.normalize('NFC')))];
}

/** Whether a word was typed with marks, and so may be meant exactly. */
export const isMarked = (word: string) => fold(word) !== word;

function readFilter(
  kind: Filter['kind'],
  value: string,
  isNegative: boolean,
): Filter | SearchProblem['kind'] {
  const words = wordsOf(value);
  if (words.length === 0) return 'value';
  if (kind === 'from' || kind === 'in') return { kind, words, isNegative };
  if (kind === 'has') {
    const what = fold(words.join(' '));
    const held = Object.hasOwn(holdings, what) ? holdings[what] : undefined;
    return held ? { kind, what: held, isNegative } : 'has';
  }
  const day = readDay(value);
  return day ? { kind, day, isNegative } : 'date';
}

/** 2026-11-01, or 1/11/2026 as people write it here, also with dots or hyphens. */
function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const ours = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1]!, iso[2]!, iso[3]!]
    : ours
      ? [ours[3]!, ours[2]!, ours[1]!]
      : ['', '', ''];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  // Beyond these years there is nothing to find, and not every calendar goes there.
  return isDay && Number(year) >= 1900 && Number(year) <= 2200 ? date : null;
}

/** Each word is a term of its own, but the long form of an abbreviation is one. */
function termsOfRun(run: string[]): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < run.length;) {
    const long = abbreviations.find(([, words]) => isAt(run, at, words))?.[1];
    const words = run.slice(at, at + (long?.length ?? 1));
    terms.push({ spellings: spellingsOf(words), isNegative: false });
    at += words.length;
  }
  return terms;
}

/** As typed; with every abbreviation written out; and with every long form abbreviated. */
function spellingsOf(words: string[]): Term['spellings'] {
  const variants = [
    replaced(words, ([short, long]) => [[short], long]),
    replaced(words, ([short, long]) => [long, [short]]),
  ];
  const key = (one: string[]) => fold(one.join(' '));
  return [words, ...variants.filter((one) => key(one) !== key(words))];
}

function replaced(
  words: string[],
  exchange: (abbreviation: (typeof abbreviations)[number]) => [from: string[], to: string[]],
): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = abbreviations.map(exchange).find(([from]) => isAt(words, at, from));
    result.push(...(found ? found[1] : [words[at]!]));
    at += found ? found[0].length : 1;
  }
  return result;
}

const isAt = (words: string[], at: number, wanted: string[]) =>
  wanted.every((word, index) => words[at + index] !== undefined && fold(words[at + index]!) === fold(word));
