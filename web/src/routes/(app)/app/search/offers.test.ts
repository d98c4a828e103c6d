import { expect, test } from 'vitest';
import { offersFor, typedOperator } from './offers.ts';

const known = {
  people: ['Nguyễn Thị Lan', 'Triệu Văn Thành'],
  places: ['Tổ dân phố 12', 'Tổ dân phố 13'],
  days: ['25/11/2026', '1/11/2026'],
};

const cases: [query: string, offered: string[], first?: string][] = [
  ['nước tr', ['trong:', 'trước:'], 'nước trong:'],
  ['-tu', ['từ:'], '-từ:'],
  ['t', []],
  ['nước', []],
  ['từ:', known.people, 'từ:"Nguyễn Thị Lan" '],
  ['nước từ:th', known.people],
  ['nước tu:than', ['Triệu Văn Thành'], 'nước tu:"Triệu Văn Thành" '],
  ['trong:"tổ dân phố 13', ['Tổ dân phố 13'], 'trong:"Tổ dân phố 13" '],
  ['có:', ['ảnh', 'tệp', 'thoại', 'link', 'bình chọn', 'lịch'], 'có:ảnh '],
  ['có:binh', ['bình chọn'], 'có:"bình chọn" '],
  ['trước:', known.days, 'trước:25/11/2026 '],
  ['trước:25/11/2026', []],
  ['giờ:', []],
  ['từ:lan nước', []],
];

test.each(cases)('%j offers %j', (query, offered, first) => {
  const offers = offersFor(query, known, 'vi');
  expect(offers.map(({ text }) => text)).toEqual(offered);
  if (first) expect(offers[0]!.query).toBe(first);
});

test('an operator in English is offered in English', () => {
  expect(offersFor('water be', known, 'en').map(({ text }) => text)).toEqual(['before:']);
  expect(typedOperator('water before:')?.kind).toBe('before');
});
