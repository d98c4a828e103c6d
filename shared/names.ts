// Whether a person's name poses as an office, or as who holds one. Nobody can type a seat (an administrator gives it), but a name such as "Công an
// phường" would look like one. Real names must pass: Nguyễn Công An, Tô Trường Giang, Diệu Hạnh.
import { FORMER_NAME } from './former.ts';
import { fold } from './vietnamese.ts';

interface Office {
  words: [string, string];
  /** First words with which real names begin that fold to this office: the families Tô, Quan, Cấn, … */
  openers: string[];
  /** After a family name, this is a name even as the office itself is written (`written`), or without any marks (`plain`). */
  isNameWhen?: 'written' | 'plain';
}

const offices: Office[] = [
  { words: ['tổ', 'trưởng'], openers: ['tô'] },
  { words: ['ủy', 'ban'], openers: [] },
  { words: ['công', 'an'], openers: [], isNameWhen: 'written' },
  { words: ['quản', 'trị'], openers: ['quan', 'quản'] },
  { words: ['cán', 'bộ'], openers: ['cấn'] },
  { words: ['điều', 'hành'], openers: ['diệu', 'điểu'], isNameWhen: 'plain' },
  { words: ['chủ', 'tịch'], openers: ['chu'] },
];

const families = (
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào đoàn lâm mai trịnh phùng tạ hà tô lương vương ' +
  'trương cao châu chu thái la lưu nông triệu bế đàm hứa ma lục lò vi bàn sằm quách quản thạch tôn từ kiều nghiêm khúc khuất cù ' +
  'doãn giang giáp hàn kim lã lại liễu mạc mã ninh nhữ ong phó quang sầm tăng thân tống trà trang âu an ân bạch cấn cầm diệp điểu'
).split(' ');
/** Without marks these could as well be words before an office: trưởng công an, ban công an. */
const ambiguousFamilies = new Set(['truong', 'ban', 'to', 'pho', 'ong', 'an', 'quan', 'can']);

/** What follows an office, never a name. */
const places = new Set(
  ['phường', 'xã', 'thôn', 'tổ', 'khu', 'tỉnh', 'huyện', 'quận', 'hội', 'tdp'].map(spelling),
);

/** Letters of other alphabets, and digits, that look like Latin ones. */
export const lookAlikes: Record<string, string> = Object.fromEntries(
  ['аaеeоoрpсcуyхxіiѕsјjһhԁdтtнhкkмmвbпnиu', 'αaοoνvρpτtιiκkηnυuχxβbεe', 'ıiɑaɡg', '0o1i3e4a5s@a']
    .flatMap((pairs) => pairs.match(/../gu) ?? [])
    .map((pair) => [pair[0]!, pair[1]!]),
);

interface Word {
  /** Lower case with its marks, however they were typed. */
  spelling: string;
  /** Folded: look-alikes read as letters, and digits left out. */
  readings: string[];
  hasMarks: boolean;
  isDisguised: boolean;
}

export function imitatesOffice(name: string): boolean {
  const words = wordsOf(name);
  if (words.some(({ readings }) => readings.some((reading) => reading.startsWith('ubnd')))) return true;
  return offices.some((office) =>
    words.some((word, index) => {
      const [first, second] = office.words.map(fold) as [string, string];
      if (word.readings.includes(first + second)) return true;
      const next = words[index + 1];
      const isPair = next && word.readings.includes(first) && next.readings.includes(second);
      return isPair && !isPersonal(words, index, office);
    }),
  );
}

/** Whether the two words at `index`, which fold to the office, are part of a real name. */
function isPersonal(words: Word[], index: number, office: Office): boolean {
  const pair = [words[index]!, words[index + 1]!] as const;
  if (words.some(({ isDisguised }) => isDisguised)) return false;
  if (words.slice(index + 2).some((word) => places.has(word.spelling))) return false;
  const written = office.words.map(spelling);
  const readsAsOffice = (at: 0 | 1) => !pair[at].hasMarks || pair[at].spelling === written[at];
  if (index === 0) return office.openers.map(spelling).includes(pair[0].spelling) && !readsAsOffice(1);
  if (!isFamily(words[0]!)) return false;
  if (!readsAsOffice(0) || !readsAsOffice(1)) return true;
  const isPlain = pair.every(({ hasMarks }) => !hasMarks);
  const isName = office.isNameWhen === 'written' || (office.isNameWhen === 'plain' && isPlain);
  return isName && index <= 2; // a family name and at most one word between: not "Nguyễn Văn Hùng công an"
}

const familySpellings = new Set(families.map(spelling));
const plainFamilies = new Set(families.map(fold).filter((family) => !ambiguousFamilies.has(family)));

const isFamily = (word: Word) =>
  word.hasMarks ? familySpellings.has(word.spelling) : plainFamilies.has(word.spelling);

function wordsOf(name: string): Word[] {
  const text = name.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const parts = text.split(/[^\p{L}\p{M}\p{N}@]+/u).filter(Boolean);
  return joinLetters(parts).map((part) => {
    const lower = part.toLowerCase();
    const isNumber = /^\d+$/.test(lower);
    const looked = isNumber ? lower : [...fold(lower)].map((letter) => lookAlikes[letter] ?? letter).join('');
    const digitless = fold(lower).replace(/\d/g, '');
    return {
      spelling: spelling(lower),
      readings: [looked, digitless],
      hasMarks: lower.normalize('NFD') !== fold(lower),
      isDisguised: /[^\p{Script=Latin}\p{M}]/u.test(part),
    };
  });
}

/** "U.B.N.D" is one word: single letters in a row belong together. */
function joinLetters(parts: string[]): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const part of parts) {
    const isLetter = /^\p{L}\p{M}*$/u.test(part);
    if (isLetter && isOpen) joined.push(joined.pop()! + part);
    else joined.push(part);
    isOpen = isLetter;
  }
  return joined;
}

/** Base letters, then marks: "ủy" and "uỷ" are one spelling. */
function spelling(word: string): string {
  const letters = word.toLowerCase().normalize('NFD');
  return letters.replace(/\p{M}/gu, '') + [...letters.replace(/\P{M}/gu, '')].sort().join('');
}

const bearable = /^[\p{L}\p{M}\p{Nd} .'’()-]+$/u;

/** Letters of one alphabet with at most two marks each, digits and a little punctuation: no seals, no emoji, nothing unseen. */
export function isWrittenPlainly(name: string): boolean {
  const letters = name.normalize('NFD');
  if (!bearable.test(letters) || /\p{M}{3}/u.test(letters) || !/\p{L}/u.test(letters)) return false;
  const latin = letters.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin === 0 || latin === letters.match(/\p{L}/gu)?.length;
}

/** A name as it looks at a glance: marks, look-alikes, case and punctuation left out. */
export const glance = (name: string) =>
  wordsOf(name)
    .map(({ readings }) => readings[0])
    .join(' ');

/**
 * Whether a name may stand beside the offices of a commune. `seats`: those held there; `holders`: the names of others who hold one.
 * What only begins like a holder's name, with something added ("Nguyễn Thị Lan (ngõ 7)"), is another name.
 */
export function isHonest(name: string, seats: string[], holders: string[]): boolean {
  if (!isWrittenPlainly(name) || imitatesOffice(name)) return false;
  const looks = glance(name);
  if (looks === glance(FORMER_NAME)) return false;
  if (holders.some((holder) => glance(holder) === looks)) return false;
  return !seats.map(glance).some((seat) => poses(looks, seat));
}

/** A seat of two words may be part of a real name, but does not begin one; a longer one is never in a name. */
function poses(looks: string, seat: string): boolean {
  const words = seat.split(' ').length;
  if (looks === seat) return true;
  if (words === 2) return looks.startsWith(`${seat} `);
  return words > 2 && ` ${looks} `.includes(` ${seat} `);
}
