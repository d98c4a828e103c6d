import { expect, test } from 'vitest';
import { readSearch, type SearchPlan } from './search.ts';
import { excerptHits, markHits, type Segment } from './segments.ts';

const plan = (query: string) => readSearch(query) as SearchPlan;
/** With hits in brackets, to read. */
const shown = (segments: Segment[]) =>
  segments.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

test.each([
  ['duong', 'Đường Dương, dưỡng.', '[Đường] [Dương], [dưỡng].'],
  ['đường', 'Đường dương', '[Đường] [dương]'],
  ['hòa', 'Bà Hoà họp', 'Bà [Hoà] họp'],
  ['hòa', 'Bà Hoà họp'.normalize('NFD'), `Bà [Hoà] họp`.normalize('NFD')],
  ['tdp', 'Họp tổ dân phố, TDP 13', 'Họp [tổ dân phố], [TDP] 13'],
  ['"mất nước"', 'mất nước, nước mất', '[mất nước], nước mất'],
  ['nước -điện', 'nước, điện', '[nước], điện'],
  ['từ:lan', 'Lan đây', 'Lan đây'],
  ['b', '<b>b</b>', '<[b]>[b]</[b]>'],
  ['an', 'bàn an', 'bàn [an]'],
  ['nước', '', ''],
])('%j in %j', (query, text, marked) => {
  expect(shown(markHits(text, plan(query)))).toBe(marked);
});

test('an excerpt stands around the first hit, and says where it was cut', () => {
  const long = `${'xa lắm '.repeat(60)}mất nước ${'về sau '.repeat(60)}`;
  const text = shown(excerptHits(long, plan('nước')));
  expect(text).toMatch(/^… .*mất \[nước\] về.* …$/);
  expect(text.length).toBeLessThan(220);
  expect(shown(excerptHits('Ngắn\n\nthôi', plan('thôi')))).toBe('Ngắn [thôi]');
  expect(shown(excerptHits('x'.repeat(500), plan('nước')))).toHaveLength(202);
});
