// Names as they are borne in a ward in the northern hills.
import type { Random } from './random.ts';

const weighted = (text: string) =>
  text.split(' ').flatMap((entry) => {
    const [name = '', count = '1'] = entry.split(':');
    return Array.from({ length: Number(count) }, () => name);
  });

const families = weighted(
  'Nông:14 Hoàng:14 Nguyễn:13 Triệu:9 Lý:7 Ma:6 Hà:6 Bế:5 Lường:5 Đàm:4 Trần:4 Ninh Lục:3 Vi:3 Phạm:3 Lê:3 Bàn:3 Đặng:3 ' +
    'Hứa:2 Dương:3 Vũ:2 Phùng:2 Đinh:2 Chu:2 Lương:2 Phan:2 Tô Cao Đỗ:2 Sằm Mông Tạ Quách Trịnh Bùi:2 Ngô Mạc La Luân Ngôn',
);
const middles = {
  male: weighted(
    'Văn:20 Đình:4 Quốc:5 Đức:6 Minh:5 Xuân:4 Quang:4 Hữu:3 Công:2 Trung:3 Thanh:3 Ngọc:2 Hoài Tiến:3 Duy:3 Mạnh:2 Thế:2 Việt:2 Anh Gia',
  ),
  female: weighted(
    'Thị:26 Thu:5 Ngọc:4 Thanh:3 Minh:3 Kim:3 Phương:4 Bích:2 Hồng:3 Thùy:2 Mai:2 Khánh:2 Quỳnh:2 Diệu:2 Lan Hải Tuyết Yến',
  ),
};
const given = {
  male: (
    'Hùng Dũng Thành Tuấn Minh Nam Hải Long Sơn Cường Khánh Bình Phong Quân Đức Trung Kiên Hiếu Thắng Tùng Việt Lâm Tiến Hòa Quý ' +
    'Chung Tuyến Phúc Lộc Thịnh An Khôi Bảo Duy Toàn Huy Giang Hưng Đông Nghĩa Tâm Vinh Quyết Chiến Thái Dương Khải Đạt Hoàn Tài Páo ' +
    'Sinh Lý Mạnh Cảnh Điệp Nhất Tư Vượng Hậu Luân Trường Thực Doanh Tráng Định Khang Thuận Bách'
  ).split(' '),
  female: (
    'Lan Hương Hoa Mai Thủy Huệ Loan Hạnh Nga Hiền Thảo Nhung Trang Linh Ngân Yến Oanh Phượng Liên Diệp Hà Thu Xuân Hồng Vân Tâm Bích ' +
    'Thúy Hằng Tuyết Nguyệt Mẩy Sen Cúc Đào Lý Duyên Quyên Chi Anh Ly My Trà Giang Ánh Dung Kiều Thơm Bưởi Na Lụa Nết Chinh Hiên Thoa ' +
    'Nhàn Hường Gấm Vui Thêu Sao Én Ngoan Khuyên'
  ).split(' '),
};

export type Gender = 'male' | 'female';

export const familyName = (random: Random) => random.pick(families);

export function personName(family: string, gender: Gender, random: Random): string {
  const middle = random.pick(middles[gender]);
  const second = random.chance(0.18) ? random.pick(middles[gender]) : '';
  const names = [family, middle, second !== middle && second, random.pick(given[gender])];
  return names.filter(Boolean).join(' ');
}

export const givenName = (name: string) => name.slice(name.lastIndexOf(' ') + 1);

/** As neighbours speak of somebody: "bác Hùng", "chị Lan". */
export function addressOf({ name, gender, age }: { name: string; gender: Gender; age: number }): string {
  const words =
    gender === 'male' ? ['em', 'anh', 'chú', 'bác', 'ông', 'cụ'] : ['em', 'chị', 'cô', 'bác', 'bà', 'cụ'];
  const word = words[[22, 38, 50, 62, 78].filter((limit) => age >= limit).length]!;
  return `${word} ${givenName(name)}`;
}

export const roads = (
  'Bờ Sông,Đầu Cầu,Chợ Cũ,Trường Học,Nhà Máy,Đập Tràn,Đồi Thông,Sân Vận Động,Giếng Đá,Liên Phường,Trại Giống,Nà Mới,Vườn Ươm,Khuổi Sâu,' +
  'Bệnh Viện,Bến Xe,Cầu Treo,Hồ Sen,Gốc Đa,Lò Gạch,Đồng Dọc,Suối Trong,Núi Voi,Khe Lạnh,Cây Hồi,Xưởng Gỗ,Ruộng Bậc,Đình Làng'
).split(',');
