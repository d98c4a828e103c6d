import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('a table opens in Excel with its marks, and nothing in it is a formula', () => {
  const rows = [
    ['Họ tên', 'Số phiếu'],
    ['=cmd|calc!A0', 3],
    ['+84', -1],
    ['@SUM(A1)', 0],
    ['-2', 0],
    ['\tx', 0],
    ['Nguyễn "Lan", tổ 13\nngõ 3', 0],
  ];
  expect(toCsv(rows)).toBe(
    "\ufeffHọ tên,Số phiếu\r\n'=cmd|calc!A0,3\r\n'+84,-1\r\n'@SUM(A1),0\r\n'-2,0\r\n'\tx,0\r\n" +
      '"Nguyễn ""Lan"", tổ 13\nngõ 3",0\r\n',
  );
});
