import { expect, test } from 'vitest';
import { spokenParts, vietnameseVoice } from './spoken.ts';

test.each<[string, string[]]>([
  ['Mai cắt nước. Bà con trữ nước!', ['Mai cắt nước.', 'Bà con trữ nước!']],
  ['Họp dân phố\n\nBảy giờ tối', ['Họp dân phố', 'Bảy giờ tối']],
  ['Nộp 3.500.000 đồng. Hạn 23.11.', ['Nộp 3.500.000 đồng.', 'Hạn 23.11.']],
  ['UBND phường mời TDP 13', ['Ủy ban nhân dân phường mời tổ dân phố 13']],
  ['UBND và HĐND'.normalize('NFD'), ['Ủy ban nhân dân và Hội đồng nhân dân']],
  ['KHẨN: sơ tán', ['KHẨN: sơ tán']],
  ['Xem https://songcau.gov.vn/a nhé', ['Xem nhé']],
  ['***\n- - -\n', []],
  ['', []],
])('%j is read as %j', (text, parts) => {
  expect(spokenParts(text)).toEqual(parts);
});

test('a long sentence is cut at a comma, or between words, and nothing of it is lost', () => {
  const clause = 'bà con ở ven sông kê đồ đạc lên cao';
  for (const text of [Array(12).fill(clause).join(', '), Array(12).fill(clause).join(' '), 'a'.repeat(500)]) {
    const parts = spokenParts(text);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(180);
    expect(parts.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
  }
});

const voice = (lang: string, localService: boolean) => ({ lang, localService });

test.each([
  [[], null],
  [[voice('en-US', true), voice('fr-FR', true)], null],
  [[voice('en-US', true), voice('vi-VN', false)], 1],
  [[voice('vi-VN', false), voice('vi_VN', true)], 1],
  [[voice('VI', true)], 0],
  [[voice('vie-XX', true)], null],
])('of %j the voice is %j', (voices, index) => {
  expect(vietnameseVoice(voices)).toBe(index === null ? null : voices[index]);
});
