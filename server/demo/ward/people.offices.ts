import type { Role, SamplePerson } from './sample.types.ts';

const TECH_SEAT = 'Tổ công nghệ số cộng đồng';

type Membership = SamplePerson['memberships'][number];

const as = (group: string, role: Role, seat?: string): Membership =>
  seat === undefined ? { group, role } : { group, role, seat };

/** Those who hold a commune-wide office; some of them live in the ward. */
export const offices: SamplePerson[] = [
  {
    key: 'official',
    name: 'Lương Thị Thu Hà',
    phone: '0912000051',
    household: 'h3-02',
    memberships: [
      as('tdp-3', 'resident'),
      as('phuong', 'official', 'Phó Chủ tịch UBND phường'),
      as('mot-cua', 'official', 'Phó Chủ tịch UBND phường'),
      as('y-te', 'official', 'Phó Chủ tịch UBND phường'),
      as('to-truong', 'official', 'Phó Chủ tịch UBND phường'),
    ],
  },
  {
    key: 'tu-phap',
    name: 'Nguyễn Hữu Đạt',
    phone: '0912000052',
    memberships: [
      as('phuong', 'official', 'Công chức tư pháp – hộ tịch'),
      as('mot-cua', 'official', 'Công chức tư pháp – hộ tịch'),
    ],
  },
  {
    key: 'dia-chinh',
    name: 'Phùng Thế Anh',
    phone: '0912000053',
    memberships: [
      as('phuong', 'official', 'Công chức địa chính – xây dựng'),
      as('mot-cua', 'official', 'Công chức địa chính – xây dựng'),
    ],
  },
  {
    key: 'van-xa',
    name: 'Quách Thị Liên',
    phone: '0912000054',
    memberships: [
      as('phuong', 'official', 'Công chức văn hóa – xã hội'),
      as('mot-cua', 'official', 'Công chức văn hóa – xã hội'),
      as('y-te', 'official', 'Công chức văn hóa – xã hội'),
      as('thong-ke', 'resident'),
      as('phu-nu', 'resident'),
    ],
  },
  {
    key: 'tram-y-te',
    name: 'Hoàng Thị Diệp',
    phone: '0912000055',
    memberships: [
      as('phuong', 'official', 'Trưởng Trạm Y tế phường'),
      as('y-te', 'official', 'Trưởng Trạm Y tế phường'),
    ],
  },
  {
    key: 'cong-an-phuong',
    name: 'Trần Mạnh Tùng',
    phone: '0912000056',
    memberships: [
      as('phuong', 'official', 'Công an phường'),
      as('cong-an', 'official', 'Công an phường'),
      as('mot-cua', 'official', 'Công an phường'),
    ],
  },
  {
    key: 'van-phong',
    name: 'Sằm Văn Hiệu',
    phone: '0912000057',
    memberships: [
      as('phuong', 'official', 'Công chức văn phòng – thống kê'),
      as('thong-ke', 'official', 'Công chức văn phòng – thống kê'),
      as('to-truong', 'official', 'Công chức văn phòng – thống kê'),
    ],
  },
  {
    key: 'tech',
    name: 'Bàn Thị Xuân',
    phone: '0912000061',
    household: 'h12-03',
    memberships: [
      as('tdp-12', 'resident'),
      as('phuong', 'tech', TECH_SEAT),
      as('mot-cua', 'resident'),
      as('thanh-nien', 'resident'),
    ],
  },
  {
    key: 'tech-hoa',
    name: 'Ma Thị Hòa',
    phone: '0912000062',
    household: 'h13-06',
    memberships: [
      as('tdp-13', 'resident'),
      as('phuong', 'tech', TECH_SEAT),
      as('mot-cua', 'resident'),
      as('thanh-nien', 'resident'),
    ],
  },
  {
    key: 'tech-linh',
    name: 'Nguyễn Khánh Linh',
    phone: '0912000063',
    household: 'h4-02',
    memberships: [
      as('tdp-4', 'resident'),
      as('phuong', 'tech', TECH_SEAT),
      as('mot-cua', 'resident'),
      as('thanh-nien', 'resident'),
      as('thong-ke', 'resident'),
    ],
  },
  {
    key: 'moderator',
    name: 'Trịnh Thị Minh Nguyệt',
    phone: '0912000071',
    household: 'h5-02',
    memberships: [as('tdp-5', 'resident'), as('phuong', 'moderator', 'Tổ điều hành cộng đồng')],
  },
  {
    key: 'mod-yen',
    name: 'Vũ Thị Yên',
    phone: '0912000072',
    household: 'h13-13',
    memberships: [as('tdp-13', 'resident'), as('phuong', 'moderator', 'Tổ điều hành cộng đồng')],
  },
  {
    key: 'admin',
    name: 'Đoàn Kim Oanh',
    phone: '0912000081',
    memberships: [
      as('phuong', 'admin', 'Văn phòng HĐND và UBND phường'),
      as('mot-cua', 'admin', 'Văn phòng HĐND và UBND phường'),
      as('thong-ke', 'resident'),
    ],
  },
];
