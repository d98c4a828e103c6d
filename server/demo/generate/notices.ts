// A year of notices, and who has seen them.
import { DAY, type Day } from './calendar.ts';
import type { Person } from './people.ts';
import type { Member, Plan, PlannedGroup } from './plan.ts';
import type { Ids, Random } from './random.ts';
import { wordFor } from './words.ts';

export interface MadeNotice {
  id: string;
  author: Member;
  title: string;
  body: string;
  urgency: 'urgent' | 'notice';
  isPublic: boolean;
  groups: PlannedGroup[];
  publishedAt: number;
}

export interface MadeReceipt {
  noticeId: string;
  personId: string;
  seenAt: number;
  acknowledgedAt: number | null;
}

export const NOTICES = 120;
/** Of those, to everyone. */
const COMMUNE_WIDE = 0.3;

/** `title | body`, with `⏎` for a line break; an exclamation mark before it makes it urgent. */
const texts = `
Tổng vệ sinh môi trường {weekday} tuần này | Thời gian: {clock}, tại các tổ dân phố.⏎⏎Nội dung: quét dọn đường ngõ, khơi thông cống rãnh, lật úp dụng cụ chứa nước. Mỗi hộ cử một người, mang theo dụng cụ.
!Cắt nước đường {road} từ {clock} ngày mai | Đơn vị cấp nước thay đường ống. Bà con trữ nước đủ dùng; khi có nước lại, xả vài phút cho hết đục rồi hãy dùng.
!Tạm ngừng cấp điện {part} {weekday} | Khu vực: đường {road} và lân cận, từ {clock}. Bà con chủ động công việc, rút phích các thiết bị điện.
!KHẨN: khám sàng lọc {illness} miễn phí {clock} sáng mai | Địa điểm: Trạm Y tế phường. Mang căn cước hoặc thẻ bảo hiểm y tế. Người già yếu được xe của phường đón tại {place}.
Lịch tiêm vắc xin {vaccine} | Trạm Y tế tiêm {part} {weekday}, từ {clock}. Gia đình mang theo sổ tiêm chủng của trẻ.
!CẢNH BÁO: giả danh {scam} gọi điện lấy mã xác thực | Không bấm đường dẫn lạ, không đọc mã OTP cho bất kỳ ai. Gặp cuộc gọi như vậy: tắt máy, báo tổ trưởng hoặc Công an phường.
Treo cờ Tổ quốc dịp lễ | Đề nghị các hộ treo cờ từ 17 giờ hôm nay đến hết ngày nghỉ. Hộ neo đơn: tổ trưởng cử người treo giúp.
Rà soát hộ nghèo, hộ cận nghèo | Rà soát viên cùng tổ trưởng đến từng nhà trong danh sách. Việc rà soát không thu bất cứ khoản tiền nào.
Họp tổ dân phố tối {weekday} | Mời mỗi hộ một người đến {place} lúc {clock}. Nội dung: thu chi quỹ, vệ sinh ngõ xóm, an ninh trật tự.
Lịch phòng trừ {pest} trên {crop} | Cán bộ khuyến nông có mặt tại {place} lúc {clock} để hướng dẫn. Trong khi chờ chưa tự phun thuốc.
Tuyển sinh {school} | Nhận hồ sơ từ {weekday}. Cần bản sao giấy khai sinh và đơn; không cần bản sao sổ hộ khẩu.
Làm {paper} lưu động tại {place} | Cán bộ Một cửa có mặt {part} {weekday} từ {clock}. Bà con mang căn cước và bản chính giấy tờ.
!Mưa lớn, nguy cơ sạt lở và ngập | Các hộ ven suối, dưới taluy kê cao tài sản, sẵn sàng sang nhà văn hóa. Không đi qua đập tràn khi nước chảy xiết.
Giải {sport} phường | Các tổ đăng ký đội trước {weekday}. Thi đấu tại sân vận động, {clock}.
Thu gom rác theo lịch mới | Từ tuần sau xe vào các ngõ {part} {weekday}. Rác tái chế để riêng, hội phụ nữ thu gây quỹ.
Chi trả trợ cấp xã hội tháng này | Nhận tại bưu điện từ {clock} {weekday}, hoặc qua tài khoản. Người đi lại khó được chi trả tại nhà.
Hiến máu nhân đạo tại {place} | Thời gian: {clock} {weekday}. Người từ 18 đến 60 tuổi, đủ sức khỏe, mang căn cước.
Lấy ý kiến về đoạn đường {road} | Bản vẽ niêm yết tại {place} 15 ngày. Ý kiến gửi tổ trưởng hoặc cán bộ địa chính.
`
  .trim()
  .split('\n');

export function makeNotices(plan: Plan, days: Day[], random: Random, ids: Ids): MadeNotice[] {
  const officials = plan.commune.members.filter(({ role }) => role === 'official');
  const homes = plan.groups.filter(({ kind }) => kind === 'residential');
  const moments = Array.from({ length: NOTICES }, () => {
    const day = random.pick(days);
    return day.start + (7 + random.below(11)) * 3_600_000 + random.below(3600) * 1000;
  }).sort((a, b) => a - b);
  return moments.map((publishedAt) => {
    const isWide = random.chance(COMMUNE_WIDE);
    const groups = isWide ? [plan.commune] : random.shuffle(homes).slice(0, random.between(1, 4));
    const head =
      groups.length === 1 && !isWide ? groups[0]!.members.find(({ role }) => role === 'head') : undefined;
    const [title, body] = fill(random.pick(texts), random);
    return {
      id: ids.at(publishedAt),
      author: head && random.chance(0.6) ? head : random.pick(officials),
      title: title.replace(/^!/, ''),
      body,
      urgency: title.startsWith('!') ? 'urgent' : 'notice',
      isPublic: isWide && random.chance(0.7),
      groups,
      publishedAt,
    };
  });
}

/** Receipts of one notice: the diligent ones, most within a day, none after the end of the history. */
export function* receiptsOf(
  notice: MadeNotice,
  plan: Plan,
  end: number,
  random: Random,
): Generator<MadeReceipt> {
  for (const person of addressed(notice, plan)) {
    if (!random.chance(person.diligence * (notice.urgency === 'urgent' ? 0.95 : 0.75))) continue;
    const seenAt = notice.publishedAt + 30_000 + Math.floor(random.next() ** 3 * 3 * DAY);
    const acknowledgedAt = random.chance(0.72) ? seenAt + 5_000 + random.below(120_000) : null;
    if ((acknowledgedAt ?? seenAt) >= end) continue;
    yield { noticeId: notice.id, personId: person.id, seenAt, acknowledgedAt };
  }
}

function addressed({ groups }: MadeNotice, plan: Plan): Iterable<Person> {
  if (groups.includes(plan.commune)) return plan.people;
  return new Set(groups.flatMap(({ members }) => members.map(({ person }) => person)));
}

function fill(text: string, random: Random): [string, string] {
  const words = new Map<string, string>();
  const filled = text.replace(/\{(\w+)\}/g, (_, blank: string) => {
    const word = words.get(blank) ?? wordFor(blank, random);
    if (word === undefined) throw new Error(`Nothing fills the blank {${blank}}.`);
    words.set(blank, word);
    return word;
  });
  const [title = '', body = ''] = filled.split(' | ');
  return [title, body.replaceAll('⏎', '\n')];
}
