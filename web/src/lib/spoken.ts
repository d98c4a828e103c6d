// What a voice reads, and which voice: pure, for speech.svelte.ts.

/** Browsers fall silent in the middle of what is longer. */
const LONGEST = 180;

/** Read letter by letter these say nothing to a listener. */
const abbreviations: Record<string, string> = {
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  TDP: 'tổ dân phố',
  BHYT: 'bảo hiểm y tế',
  BHXH: 'bảo hiểm xã hội',
  CCCD: 'căn cước công dân',
  TTHC: 'thủ tục hành chính',
};

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>;

/** A voice of this device before one of the network: it reads without a network, and what it reads stays here. */
export function vietnameseVoice<V extends Voice>(voices: readonly V[]): V | null {
  const found = voices.filter(({ lang }) => /^vi([-_]|$)/i.test(lang));
  return found.find(({ localService }) => localService) ?? found[0] ?? null;
}

/** The text as sentences to say one after the other; long ones are cut where one would draw breath. */
export function spokenParts(text: string): string[] {
  const words = text
    .normalize('NFC')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\p{Lu}{3,}/gu, (letters) => abbreviations[letters] ?? letters);
  const sentences = words.split(/(?<=[.!?…])\s+|\n+/);
  return sentences
    .flatMap(cut)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function cut(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const head = sentence.slice(0, LONGEST);
  const breath = Math.max(...[', ', '; ', ': '].map((mark) => head.lastIndexOf(mark) + 1));
  const end = breath > LONGEST / 3 ? breath : head.lastIndexOf(' ');
  const at = end > 0 ? end : LONGEST;
  return [sentence.slice(0, at), ...cut(sentence.slice(at + (sentence[at] === ' ' ? 1 : 0)))];
}
