import { expect, test } from 'vitest';
import { imitatesOffice, isHonest, isWrittenPlainly } from './names.ts';

const offices = [
  'Tổ trưởng',
  'TỔ TRƯỞNG TỔ 13',
  'to truong to 13',
  'Tô Trưởng',
  'Tổ Trường',
  'Nguyễn Văn A - Tổ trưởng',
  'Nguyen Van A to truong',
  'Bác Tổ trưởng Hùng',
  'Ủy ban nhân dân phường',
  'Uỷ Ban phường Sông Cầu',
  'uy ban phuong',
  'UBND phường Sông Cầu',
  'U.B.N.D phường',
  'u b n d',
  'Công an phường',
  'cong an phuong',
  'Công An',
  'Anh Công An',
  'Trưởng công an phường',
  'Truong cong an',
  'Nguyễn Văn Hùng công an',
  'Nguyễn Công An phường Sông Cầu',
  'Quản trị viên',
  'quan tri',
  'Nguyễn Quản Trị',
  'Cán bộ một cửa',
  'can bo phuong',
  'Ban điều hành',
  'Điều hành viên',
  'Chủ tịch Hội Phụ nữ',
  'Chu tich phuong',
  'Chu tịch',
  'Tổ trưởng'.normalize('NFD'),
  'Tổ\u00ad trưở\u200dng',
  'C0ng an',
  'Сông аn phường', // Cyrillic С and а
  'Qu4n tri',
  'ＵＢＮＤ',
  'QuanTri',
  'totruong13',
  'tổ.trưởng',
];

const people = [
  'Nguyễn Công An',
  'Nguyen Cong An',
  'Trần Công Anh',
  'Lê Công An Khang',
  'Nguyễn Đình Công An',
  'Trương Công An',
  'Nguyễn Công An Phương',
  'Tô Trường',
  'Tô Trường Giang',
  'Tô Văn Trưởng',
  'Nguyễn Tố Trường',
  'Nguyễn Thị Diệu Hạnh',
  'Nguyen Thi Dieu Hanh',
  'Diệu Hạnh',
  'Trần Diệu Hạnh'.normalize('NFD'),
  'Quan Trí Dũng',
  'Nguyễn Quan Trí',
  'Cấn Bội Ngọc',
  'Cấn Thị Bộ',
  'Chu Tích Nhân',
  'Chu Văn Tịch',
  'Ban Thị Uy',
  'Hoàng Thị Diệp',
  'Ma Thị Hòa',
  'Sằm Văn Hiệu',
  'Y Moan',
  'K’ Brể',
  'H Ăng Niê',
  'Lò Thị A',
  'John Smith',
];

test.each(offices)('"%s" poses as an office', (name) => {
  expect(imitatesOffice(name)).toBe(true);
});

test.each(people)('"%s" is a name', (name) => {
  expect(imitatesOffice(name)).toBe(false);
});

test.each([
  'Nguyễn Thị Lan',
  'Nguyễn Thị Lan'.normalize('NFD'),
  "H'Hen Niê",
  'Đỗ Văn A-2',
  'Bà Lan (ngõ 7)',
  'សុខា',
  'Ánh 2',
])('%s is written plainly', (name) => expect(isWrittenPlainly(name)).toBe(true));

test.each([
  'Lan ✓',
  'Lan ✅',
  'Lan ☑️',
  'Lan ®',
  'Lan 🏛️',
  'La\u200bn',
  'La\u2060n',
  'Lаn', // Cyrillic а
  'Ⓛan',
  'L̂̂̂an',
  'Lan |',
  '<b>Lan',
  '123',
  '...',
])('%s is not', (name) => expect(isWrittenPlainly(name)).toBe(false));

const seats = ['Tổ trưởng tổ 13', 'Bí thư chi bộ', 'Trưởng thôn', 'Chi hội trưởng phụ nữ'];
const holders = ['Hoàng Văn Minh'];

test.each([
  'Hoàng Văn Minh',
  'hoang van minh',
  'HOÀNG VĂN MINH',
  'Hoàng Văn  Minh.',
  'Hoàng Văn M1nh',
  'Tổ trưởng tổ 13',
  'Bi thu chi bo',
  'Anh Bí thư chi bộ Nam',
  'Trưởng thôn Nam',
  'Truong thon',
  'Người dùng đã rời',
  'nguoi dung da roi',
  'Cán bộ phường',
])('%s imitates an office or its holder', (name) => expect(isHonest(name, seats, holders)).toBe(false));

test.each([
  'Hoàng Văn Minh (ngõ 7)',
  'Hoàng Minh',
  'Hoàng Thị Minh',
  'Tô Trường Giang',
  'Phạm Trường Thôn',
  'Nguyễn Bí Thư',
])('%s is a name of its own', (name) => expect(isHonest(name, seats, holders)).toBe(true));
