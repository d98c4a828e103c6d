import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

/** Links in brackets, telephone numbers in braces. */
const marked = (text: string) =>
  segmentsOf(text, 'hub.example')
    .map((one) => (one.kind === 'link' ? `[${one.text}]` : one.kind === 'phone' ? `{${one.text}}` : one.text))
    .join('');

test.each<[string, string]>([
  ['Chào bà con', 'Chào bà con'],
  ['Xem https://songcau.gov.vn/a?b=c#d nhé.', 'Xem [https://songcau.gov.vn/a?b=c#d] nhé.'],
  ['Vào dichvucong.gov.vn.', 'Vào [dichvucong.gov.vn].'],
  ['(www.backan.gov.vn)', '([www.backan.gov.vn])'],
  ['Nhóm: zalo.me/g/abc123', 'Nhóm: [zalo.me/g/abc123]'],
  ['bit.ly/3xYz', '[bit.ly/3xYz]'],
  ['đichvucong.com', '[đichvucong.com]'],
  ['http://103.12.7.9/vneid', '[http://103.12.7.9/vneid]'],
  ['Nộp xong.Ai chưa nộp?', 'Nộp xong.Ai chưa nộp?'],
  ['nhà mình.ai cũng biết', 'nhà mình.ai cũng biết'],
  ['TP.HN, v.v. 1.001193, 3.500.000 đ', 'TP.HN, v.v. 1.001193, 3.500.000 đ'],
  ['thư: lan@songcau.gov.vn', 'thư: lan@songcau.gov.vn'],
  ['javascript:alert(1) ftp://a.vn file:///etc', 'javascript:alert(1) ftp://a.vn file:///etc'],
  ['<a href="https://a.vn">ngân</a>', '<a href="[https://a.vn]">ngân</a>'],
  ['“https://a.vn”: trang thật', '“[https://a.vn]”: trang thật'],
  ['Gọi 0912 345 678 nhé', 'Gọi {0912 345 678} nhé'],
  ['0912345678, +84 912.345.678, 0209-3870-123', '{0912345678}, {+84 912.345.678}, {0209-3870-123}'],
  ['Số dài 0209 3870 123 456', 'Số dài 0209 3870 123 456'],
  ['Điện lực 1900 1006 hay 19001006', 'Điện lực {1900 1006} hay {19001006}'],
  ['CCCD 038200012345, 038 200 012 345', 'CCCD 038200012345, 038 200 012 345'],
  ['0912345678\nhttps://a.vn\n', '{0912345678}\n[https://a.vn]\n'],
])('%j', (text, expected) => {
  expect(marked(text)).toBe(expected);
});

test('nothing is lost or changed on the way', () => {
  const text = ' Xem  https://a.vn ,\n\n 0912 345 678\tb.com\u00a0 ';
  expect(
    segmentsOf(text, '')
      .map((one) => one.text)
      .join(''),
  ).toBe(text);
});

test.each<[text: string, href: string, showsHost: boolean]>([
  ['https://A.vn/x', 'https://A.vn/x', true],
  ['a.vn', 'https://a.vn', true],
  ['https://vietcombank.com.vn@evil.example', 'https://vietcombank.com.vn@evil.example', false],
  ['https://đồnghồ.vn', 'https://đồnghồ.vn', false],
])('%s leads to %s', (text, href, showsHost) => {
  expect(segmentsOf(text, '')).toMatchObject([{ kind: 'link', text, href, showsHost }]);
});

test.each([
  ['0912 345 678', 'tel:0912345678'],
  ['+84 912.345.678', 'tel:+84912345678'],
])('%s is called by %s', (text, href) => {
  expect(segmentsOf(text, '')).toEqual([{ kind: 'phone', text, href }]);
});
