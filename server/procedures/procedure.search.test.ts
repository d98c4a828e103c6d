import { expect, test } from 'vitest';
import { rankProcedure, searchWords } from './procedure.search.ts';

test('how well a procedure suits a query', () => {
  const entry = { code: '1.001193', name: 'Đăng ký khai sinh' };
  const ranks = ['1.001193', 'dang ky kh', 'sinh đăng', 'ang', 'em bé'].map((query) =>
    rankProcedure(entry, query),
  );
  expect(ranks).toEqual([0, 1, 2, 3, 4]);
});

test('the words of a query', () => {
  expect(searchWords(' Đăng ký, (khai-sinh) 1.001193. %_ ')).toEqual([
    'dang',
    'ky',
    'khai',
    'sinh',
    '1.001193',
  ]);
});
