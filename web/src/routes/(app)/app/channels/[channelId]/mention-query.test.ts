import { expect, test } from 'vitest';
import { fits, queryAt, withChoice, type Choice } from './mention-query.ts';

const lan = { kind: 'person' as const, id: '1', name: 'Nguyễn Thị Lan' };

/** The caret stands at |. */
test.each([
  ['Chào @lan|', 'lan'],
  ['@|', ''],
  ['(@to tr|', 'to tr'],
  ['Chào\n@Nguyễn Th| rồi', 'Nguyễn Th'],
  ['lan@gmail|', null],
  ['a.@gmail|', null],
  ['@ lan|', null],
  ['@@|', null],
  ['@a b c d e f g|', null],
  ['@lan\n|', null],
  ['@Nguyễn Thị Lan |', null],
  ['@Nguyễn Thị Lan, mai|', null],
  ['@Nguyễn Thị Lana|', 'Nguyễn Thị Lana'],
  ['@Nguyễn Thị Lan và @ho|', 'ho'],
])('%s', (typed, wanted) => {
  const caret = typed.indexOf('|');
  const query = queryAt(typed.replace('|', ''), caret, [lan]);
  expect(query?.words ?? null).toBe(wanted);
});

test.each([
  ['Chào @lan|', 'Chào @Nguyễn Thị Lan |'],
  ['Chào @lan| nhé', 'Chào @Nguyễn Thị Lan |nhé'],
  ['@lan|, nhé', '@Nguyễn Thị Lan |, nhé'],
])('%s becomes %s', (typed, wanted) => {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  const after = withChoice(text, caret, queryAt(text, caret, [])!, lan.name);
  expect(`${after.text.slice(0, after.caret)}|${after.text.slice(after.caret)}`).toBe(wanted);
});

test('rows are narrowed without tone marks', () => {
  const choice: Choice = { ...lan, seat: null };
  expect([fits(choice, 'ngu la'), fits(choice, 'hoa'), fits({ kind: 'all' }, 'moi')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('everyone is found by the words that people use for them', () => {
  const found = (words: string) => fits({ kind: 'all' }, words);
  expect(['tất', 'tat ca', 'cả tổ', 'all', 'every'].map(found)).toEqual(Array(5).fill(true));
  expect(found('lan')).toBe(false);
});
