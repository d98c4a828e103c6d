import type { Role, SamplePerson } from './sample.types.ts';

type Membership = SamplePerson['memberships'][number];

const as = (group: string, role: Role, seat: string): Membership => ({ group, role, seat });

/** Somebody who lives in a group and has no commune-wide office. */
function resident(
  key: string,
  name: string,
  phone: string,
  household: string,
  alsoIn: (string | Membership)[] = [],
): SamplePerson {
  const home = `tdp-${household.slice(1, household.indexOf('-'))}`;
  return {
    key,
    name,
    phone,
    household,
    memberships: [
      { group: home, role: 'resident' },
      { group: 'phuong', role: 'resident' },
      ...alsoIn.map((entry): Membership =>
        typeof entry === 'string' ? { group: entry, role: 'resident' } : entry,
      ),
    ],
  };
}

/** The head of residential group `number`, who lives there too. */
function head(number: number, name: string, household: string, alsoIn: string[] = []): SamplePerson {
  return {
    key: `head${number}`,
    name,
    phone: `09120001${String(number).padStart(2, '0')}`,
    household,
    memberships: [
      as(`tdp-${number}`, 'head', `Tổ trưởng tổ ${number}`),
      { group: 'phuong', role: 'resident' },
      { group: 'to-truong', role: 'resident' },
      ...alsoIn.map((group): Membership => ({ group, role: 'resident' })),
    ],
  };
}

export const heads: SamplePerson[] = [
  head(1, 'Hoàng Đình Phong', 'h1-01', ['cuu-chien-binh']),
  head(2, 'Nguyễn Thị Thanh', 'h2-01', ['phu-nu']),
  head(3, 'Lường Văn Chung', 'h3-01'),
  head(4, 'Bế Thị Nga', 'h4-01', ['phu-nu']),
  head(5, 'Vũ Đức Long', 'h5-01'),
  head(6, 'Nông Thị Hiền', 'h6-01', ['phu-nu']),
  head(7, 'Triệu Quang Hưng', 'h7-01'),
  head(8, 'Phan Văn Bình', 'h8-01', ['cuu-chien-binh']),
  head(9, 'Hà Thị Tâm', 'h9-01', ['phu-nu']),
  head(10, 'Đàm Văn Tuyến', 'h10-01', ['nong-dan']),
  head(11, 'Ma Văn Quý', 'h11-01', ['nong-dan']),
  head(12, 'Nông Văn Hải', 'h12-02'),
  head(13, 'Triệu Văn Thành', 'h13-02'),
  head(14, 'Dương Công Hoan', 'h14-01', ['cuu-chien-binh']),
  head(15, 'Lục Thị Vân', 'h15-01'),
  head(16, 'Nguyễn Xuân Trường', 'h16-01'),
  head(17, 'Lý Văn Páo', 'h17-01', ['nong-dan']),
];

export const residents: SamplePerson[] = [
  resident('resident13', 'Nguyễn Thị Lan', '0912000001', 'h13-01', ['phu-nu']),
  resident('minh13', 'Hoàng Văn Minh', '0912000002', 'h13-01'),
  resident('thuy13', 'Nông Thị Thủy', '0912000003', 'h13-01'),
  resident('hue13', 'Lường Thị Huệ', '0912000004', 'h13-02', ['phu-nu']),
  // A couple with one telephone between them.
  resident('ong-tu', 'Hà Văn Tư', '0912000005', 'h13-03', ['cuu-chien-binh']),
  resident('ba-may', 'Lý Thị Mẩy', '0912000005', 'h13-03'),
  resident('cuong13', 'Đặng Quốc Cường', '0912000006', 'h13-04'),
  resident('hanh13', 'Vi Thị Hạnh', '0912000007', 'h13-04', ['phu-nu']),
  resident('dung13', 'Bế Tiến Dũng', '0912000008', 'h13-05'),
  resident('nam13', 'Ma Hoài Nam', '0912000009', 'h13-06', ['thanh-nien']),
  resident('loan13', 'Phạm Thị Loan', '0912000010', 'h13-07', ['phu-nu']),
  resident('khanh13', 'Trần Duy Khánh', '0912000011', 'h13-07', ['cong-an']),
  resident('co-bich', 'Hoàng Thị Bích', '0912000012', 'h13-08', ['phu-nu', 'nong-dan']),
  resident('bac-son', 'Nông Quốc Sơn', '0912000013', 'h13-09', [
    as('cuu-chien-binh', 'head', 'Chủ tịch Hội Cựu chiến binh phường'),
  ]),
  resident('tuan13', 'Lương Văn Tuấn', '0912000014', 'h13-10'),
  resident('ngan13', 'Công Huyền Tôn Nữ Nguyễn Phúc Hoàng Bảo Khánh Ngân', '0912000015', 'h13-10'),
  resident('resident12', 'Lê Thị Hương', '0912000021', 'h12-01', ['phu-nu']),
  resident('quang12', 'Đỗ Văn Quảng', '0912000022', 'h12-01'),
  resident('bac-thinh', 'Hứa Văn Thịnh', '0912000023', 'h12-04', ['cuu-chien-binh', 'nong-dan']),
  resident('nhung12', 'Hứa Thị Nhung', '0912000024', 'h12-04', ['thanh-nien']),
  resident('phuc12', 'Chu Văn Phúc', '0912000025', 'h12-05'),
  resident('mai12', 'Đinh Thị Mai', '0912000026', 'h12-06', ['phu-nu', 'y-te']),
  resident('kien12', 'Tô Trung Kiên', '0912000027', 'h12-07'),
  resident('thao1', 'Lưu Phương Thảo', '0912000031', 'h1-02', ['phu-nu', 'thanh-nien', 'thong-ke']),
  resident('duc7', 'Nguyễn Minh Đức', '0912000032', 'h7-02', [
    as('thanh-nien', 'head', 'Bí thư Đoàn Thanh niên phường'),
  ]),
  resident('phuong9', 'Hoàng Thị Phượng', '0912000033', 'h9-02', [
    as('phu-nu', 'head', 'Chủ tịch Hội Liên hiệp Phụ nữ phường'),
  ]),
  resident('khai10', 'Đàm Văn Khải', '0912000034', 'h10-01', [
    as('nong-dan', 'head', 'Chủ tịch Hội Nông dân phường'),
  ]),
  resident('nghia15', 'Lục Văn Nghĩa', '0912000035', 'h15-01', ['cong-an']),
];
