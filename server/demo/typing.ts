// How people type: with all marks, without any, or in the shorthand of the young.

/** As typed on a keyboard that was never set to Vietnamese. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFC');
}

const shorthand: [RegExp, string][] = [
  ['không', 'ko'],
  ['được', 'đc'],
  ['với', 'vs'],
  ['biết', 'bít'],
  ['rồi', 'r'],
  ['nhiều', 'nhìu'],
  ['mọi người', 'mn'],
  ['chồng', 'ck'],
  ['vợ', 'vk'],
  ['cũng', 'cx'],
  ['bình thường', 'bt'],
  ['em', 'e'],
  ['anh', 'a'],
].map(([word, short]) => [new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'gu'), short!]);

export function inShorthand(text: string): string {
  return shorthand.reduce((shortened, [word, short]) => shortened.replace(word, short), text);
}

/** What somebody may have sent before correcting it to `text`. Never the same. */
export function hastyDraft(text: string): string {
  const draft = withoutMarks(text);
  return draft === text ? `${text} nhe` : draft;
}
