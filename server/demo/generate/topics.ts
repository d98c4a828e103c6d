// The phrases, read once and filled in anew for every conversation.
import type { GroupKind } from '../../../shared/places.ts';
import { everyday } from './phrases.everyday.ts';
import { neighbours } from './phrases.neighbours.ts';
import { anywhere, asides, calls, work } from './phrases.work.ts';
import type { Random } from './random.ts';
import { wordFor } from './words.ts';

export interface Topic {
  kinds: GroupKind[];
  /** Begun by somebody who holds an office. */
  isOfficial: boolean;
  months: Set<number> | null;
  starts: string[];
  replies: string[];
}

const topics = [everyday, neighbours, work].flatMap(readTopics);

/** What may be talked about in this kind of group in this month, each equally likely. */
export function topicsFor(kind: GroupKind, month: number): Topic[] {
  return topics.filter(({ kinds, months }) => kinds.includes(kind) && (!months || months.has(month)));
}

function readTopics(source: string): Topic[] {
  return source
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [header = '', ...lines] = block.trim().split('\n');
      const marks = header.split(' ');
      const months = marks.find((mark) => /^m\d/.test(mark));
      const startingWith = (sign: string) =>
        lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(sign.length));
      return {
        kinds: marks.filter((mark) => /^[a-z]+$/.test(mark)) as GroupKind[],
        isOfficial: marks.includes('@head'),
        months: months ? monthsOf(months.slice(1)) : null,
        starts: startingWith('? '),
        replies: startingWith('- '),
      };
    });
}

/** "5-9", or over the new year "11-2". */
function monthsOf(range: string): Set<number> {
  const [first = 1, last = 12] = range.split('-').map(Number);
  const months = new Set<number>();
  for (let month = first; ; month = (month % 12) + 1) {
    months.add(month);
    if (month === last) return months;
  }
}

/** One conversation: its blanks keep what they were filled with first, so that the same dog stays lost. */
export class Scene {
  readonly #filled = new Map<string, string>();

  constructor(
    private readonly topic: Topic,
    /** Draws somebody to speak of. */
    private readonly neighbour: () => string,
    private readonly random: Random,
  ) {}

  start(): string {
    return this.#dressed(this.#fill(this.random.pick(this.topic.starts)), 0.35, 0.5);
  }

  reply(): string {
    const { random } = this;
    if (random.chance(0.22)) return this.#fill(random.pick(anywhere));
    return this.#dressed(this.#fill(random.pick(this.topic.replies)), 0.25, 0.4);
  }

  /** With a call before it and an aside after it, as likely as the numbers say. */
  #dressed(text: string, called: number, continued: number): string {
    const { random } = this;
    if (solemn.test(text)) return text;
    const whole = random.chance(called)
      ? `${this.#fill(random.pick(calls))}${random.chance(0.5) ? ',' : ''} ${uncapital(text)}`
      : text;
    if (!random.chance(continued)) return whole;
    return `${whole}${/[?!.]$/.test(whole) ? '' : '.'} ${this.#fill(random.pick(asides))}`;
  }

  #fill(text: string): string {
    const filled = text.replace(/\{(\w+)\}/g, (_, blank: string) => {
      const known = this.#filled.get(blank);
      if (known !== undefined) return known;
      const word = blank === 'person' || blank === 'other' ? this.neighbour() : wordFor(blank, this.random);
      if (word === undefined) throw new Error(`Nothing fills the blank {${blank}}.`);
      this.#filled.set(blank, word);
      return word;
    });
    return filled.charAt(0).toUpperCase() + filled.slice(1);
  }
}

/** Nothing light-hearted is added to these. */
const solemn = /chia buồn|phúng viếng|mất sáng nay|tội quá|cháy bếp/;

/** Names and shouts keep their capitals. */
const uncapital = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) && !/^(?:Tổ|Đoàn|Facebook|Karaoke)/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
