// What the talk is about: the words that fill the blanks of the phrases.
import { roads } from './names.ts';
import type { Random } from './random.ts';

const list = (text: string) => text.split(',').map((word) => word.trim());

const lists: Record<string, string[]> = {
  road: roads,
  goods: list(
    'gạo bao thai, gạo khang dân, nếp nương, miến dong, măng khô, mộc nhĩ, nấm hương, mật ong rừng, trứng gà ta, gà đồi, vịt cỏ, cá trắm, ' +
      'cá chép ruộng, thịt lợn đen, lạp sườn, thịt gác bếp, rau cải mèo, rau bồ khai, rau dớn, bí thơm, khoai môn, sắn, ngô nếp, lạc đỏ, ' +
      'đỗ tương, mận, hồng không hạt, cam sành, quýt Quang Thuận, mơ, chuối tây, bưởi, mía tím, dưa hấu, chè tuyết, tỏi, gừng, hoa hồi, quế, ' +
      'bánh chưng đen, bánh khảo, bánh trời, bánh gio, đậu phụ, tương, rượu ngô, nước mắm, muối vừng, bún khô, phở khô',
  ),
  dish: list(
    'phở, bún chả, bánh cuốn, xôi ngũ sắc, cháo lòng, bánh áp chao, khâu nhục, lẩu gà, cơm lam, bánh giò, chè đỗ, nem rán, bún riêu, miến ngan',
  ),
  place: list(
    'nhà văn hóa, cổng chợ, trạm y tế, sân vận động, đầu cầu treo, cây xăng số 2, trường tiểu học, trường THCS, bưu điện, bến xe, bờ kè, ' +
      'cổng bệnh viện, ngã ba chợ, hồ Sen, vườn ươm, trụ sở phường, quán nước đầu ngõ, gốc đa, sân kho cũ, chùa',
  ),
  school: list(
    'mầm non Hoa Ban, mầm non Sông Cầu, tiểu học Sông Cầu, THCS Bờ Sông, THPT Chu Văn An, tiểu học Nà Mới',
  ),
  subject: list(
    'Toán, Tiếng Việt, Tiếng Anh, Khoa học, Lịch sử và Địa lý, Ngữ văn, Vật lý, Tin học, Tự nhiên và Xã hội',
  ),
  animal: list(
    'con chó vàng, con chó mực, con chó đốm, con mèo mướp, con mèo tam thể, con gà trống, đàn vịt, con lợn con, con trâu, con chim chào mào',
  ),
  pet: list('Vện, Mực, Ky, Bông, Mướp, Na, Xoài, Tôm, Mít, Bống, Đốm, Sữa'),
  colour: list('đỏ, xanh, vàng, đen, trắng, nâu, tím, cam, bạc'),
  lost: list(
    'chùm chìa khóa, ví da, thẻ căn cước, mũ bảo hiểm, điện thoại Samsung, kính lão, túi xách, áo khoác, xe đạp mini, cặp sách, bình nước, ô',
  ),
  illness: list('sốt xuất huyết, cúm A, đau mắt đỏ, thủy đậu, tay chân miệng, sốt virus, viêm họng, ho gà'),
  vaccine: list('uốn ván, bại liệt, sởi, viêm gan B, viêm não Nhật Bản, cúm, HPV, phế cầu'),
  paper: list(
    'giấy khai sinh, căn cước, sổ đỏ, giấy xác nhận độc thân, thẻ bảo hiểm y tế, giấy phép xây dựng, giấy đăng ký kinh doanh, giấy báo tử, ' +
      'xác nhận cư trú, sơ yếu lý lịch, trích lục kết hôn, hồ sơ hộ nghèo, giấy ủy quyền, đăng ký tạm trú, hồ sơ trợ cấp',
  ),
  tool: list(
    'máy cắt cỏ, cuốc, xẻng, thang nhôm, máy khoan, xe rùa, máy bơm, loa kéo, bạt che, bàn ghế, nồi to, máy phát điện, kìm cộng lực, máy tuốt lúa',
  ),
  crop: list('lúa mùa, ngô, hồi, quế, thuốc lá, dong riềng, keo, mỡ, cam quýt, rau vụ đông, khoai tây, lạc'),
  pest: list('sâu ăn lá, sâu keo, rầy nâu, ốc bươu vàng, đạo ôn, chuột, bọ xít, bệnh vàng lá'),
  weekday: list('thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu, thứ Bảy, Chủ nhật'),
  part: list('sáng, trưa, chiều, tối'),
  clock: list(
    '5 giờ, 5 rưỡi, 6 giờ, 6 rưỡi, 7 giờ, 7h30, 8 giờ, 9 giờ, 10 giờ, 13h30, 14 giờ, 15 giờ, 16h30, 17 giờ, 18 giờ, 19 giờ, 19h30, 20 giờ',
  ),
  sport: list('bóng chuyền hơi, cầu lông, bóng đá, đi bộ, thể dục dưỡng sinh, pickleball, kéo co, cờ tướng'),
  dance: list('múa bát, hát then, múa quạt, dân vũ, hát sli, nhảy sạp'),
  service: list(
    'sửa máy giặt, sửa điều hòa, chống thấm, sơn nhà, lắp camera, hút bể phốt, làm cửa nhôm, đào móng, thợ điện, thợ nước, cắt tóc, may áo dài, trông trẻ, gia sư, chở hàng',
  ),
  appliance: list(
    'bình nóng lạnh, tủ lạnh, máy giặt, nồi cơm điện, quạt, bếp từ, máy bơm, điều hòa, tivi, lò vi sóng',
  ),
  scam: list(
    'công an, điện lực, ngân hàng, bưu điện, nhà mạng, bảo hiểm xã hội, thuế, viện kiểm sát, shipper, giáo viên chủ nhiệm',
  ),
  hobby: list('trồng lan, nuôi cá cảnh, chơi bonsai, câu cá, nuôi ong, trồng rau sạch, nuôi chim'),
};

const number =
  (low: number, high: number, unit = '') =>
  (random: Random) =>
    `${random.between(low, high)}${unit}`;

const makers: Record<string, (random: Random) => string> = {
  n: number(2, 12),
  m: number(15, 95),
  kg: number(2, 30),
  alley: number(1, 9),
  house: number(1, 96),
  group: number(1, 17),
  price: (random) => `${random.between(8, 140)} nghìn`,
  money: (random) => `${random.between(1, 40) * 50} nghìn`,
  class: (random) => `${random.between(1, 9)}${'ABC'[random.below(3)]}`,
  date: (random) => `${random.between(1, 28)}/${random.between(1, 12)}`,
};

/** A word for a blank of the phrases; undefined for one that is not known here. */
export function wordFor(blank: string, random: Random): string | undefined {
  const words = lists[blank];
  return words ? random.pick(words) : makers[blank]?.(random);
}
