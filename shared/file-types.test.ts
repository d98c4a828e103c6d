// What may be sent, as far as it can be told from a name and from what a device says.
import { describe, expect, test } from 'vitest';
import { documents, isPicture, mayGo, plainText, sounds } from './file-types.ts';

describe('whether a file may go', () => {
  test.each([...Object.values(documents), ...Object.values(sounds), plainText])(
    'what the server keeps as $type goes by its type, and by each of its endings',
    ({ type, endings }) => {
      expect(mayGo({ name: 'không đuôi', type })).toBe(true);
      for (const ending of endings)
        expect(mayGo({ name: `Danh sách${ending.toUpperCase()}`, type: '' })).toBe(true);
    },
  );

  test.each([
    ['a film', 'VID_2031.mp4', 'video/mp4', false],
    ['a film that ends as a sound', 'hop.ogg', 'video/ogg', false],
    ['a film of a phone', 'hop.mov', 'video/quicktime', false],
    ['a program', 'cai-dat.exe', 'application/x-msdownload', false],
    ['an app', 'dinh.apk', 'application/vnd.android.package-archive', false],
    ['a document with macros', 'bang.xlsm', 'application/vnd.ms-excel.sheet.macroEnabled.12', false],
    ['another archive', 'anh.rar', 'application/vnd.rar', false],
    ['what nobody knows', 'du-lieu.xyz', '', false],
    ['a program without a type', 'CAI-DAT.EXE', '', false],
    ['a drawing that could carry a script', 'ban-do.svg', 'image/svg+xml', false],
    ['nothing told: the bytes decide', 'content_8812', '', true],
    ['a number is no ending', 'Báo cáo quý 1.2', '', true],
    ['known by its type alone', 'image', 'image/jpeg', true],
    ['text of any kind', 'ghi-chu.html', 'text/html', true],
    ['a sheet that Windows calls otherwise', 'thu-chi.csv', 'application/vnd.ms-excel', true],
  ])('%s', (_, name, type, expected) => expect(mayGo({ name, type })).toBe(expected));
});

test.each([
  ['IMG_1.jpg', 'image/jpeg', true],
  ['IMG_2.HEIC', '', true],
  ['ban-do.svg', 'image/svg+xml', false],
  ['Giấy mời.pdf', 'application/pdf', false],
  ['Giấy mời.docx', '', false],
])('whether %s (%s) is a picture', (name, type, expected) =>
  expect(isPicture({ name, type })).toBe(expected),
);
