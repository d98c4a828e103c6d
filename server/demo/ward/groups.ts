import type { GroupKind, SampleGroup } from './sample.types.ts';

const RESIDENTIAL_AREAS = [
  'Dãy phố đầu cầu, từ bến xe cũ đến ngã ba chợ.',
  'Khu chợ trung tâm và hai dãy phố quanh chợ.',
  'Khu vực trụ sở UBND phường và trường tiểu học.',
  'Khu tập thể xí nghiệp cũ và ngõ Nhà Máy.',
  'Khu dân cư ven sông, phía trên đập tràn.',
  'Khu vực trạm y tế và đường lên đồi Thông.',
  'Khu vực sân vận động và nhà văn hóa trung tâm.',
  'Khu dân cư dưới chân đồi, quanh ngõ Giếng Đá.',
  'Dọc đường liên phường, quanh cây xăng số 2.',
  'Khu ruộng trong và trại cây giống.',
  'Khu Nà Mới, bên kia cầu treo.',
  'Ngõ 1 đến ngõ 4 đường Bờ Sông.',
  'Ngõ 5 đến ngõ 9 đường Bờ Sông.',
  'Khu tái định cư và quanh trường trung học cơ sở.',
  'Khu vực bãi bồi và vườn ươm.',
  'Khu dân cư mới sau bệnh viện.',
  'Khu Khuổi Sâu, xa trung tâm phường nhất.',
];

const chatAndNotices = (key: string): SampleGroup['channels'] => [
  { key: `${key}/tro-chuyen`, kind: 'chat', name: 'Trò chuyện' },
  { key: `${key}/thong-bao`, kind: 'notices', name: 'Thông báo' },
];

const group = (key: string, kind: GroupKind, name: string, description: string): SampleGroup => ({
  key,
  kind,
  name,
  description,
  channels: chatAndNotices(key),
});

export const groups: SampleGroup[] = [
  {
    key: 'phuong',
    kind: 'commune',
    name: 'Phường Sông Cầu',
    description: 'Nơi chung của mọi người dân, cán bộ và các tổ dân phố trong phường.',
    channels: [
      { key: 'phuong/chung', kind: 'chat', name: 'Chuyện chung của phường' },
      { key: 'phuong/thong-bao', kind: 'notices', name: 'Thông báo của phường' },
      { key: 'phuong/hoi-thu-tuc', kind: 'procedures', name: 'Hỏi thủ tục' },
    ],
  },
  ...RESIDENTIAL_AREAS.map((description, index): SampleGroup => {
    const number = index + 1;
    return { ...group(`tdp-${number}`, 'residential', `Tổ dân phố ${number}`, description), number };
  }),
  group('mot-cua', 'sector', 'Bộ phận Một cửa', 'Tiếp nhận và trả kết quả thủ tục hành chính của phường.'),
  group('y-te', 'sector', 'Y tế', 'Trạm Y tế phường và cộng tác viên y tế ở các tổ.'),
  group(
    'cong-an',
    'sector',
    'Công an – An ninh trật tự',
    'Công an phường và lực lượng an ninh trật tự cơ sở.',
  ),
  group('thong-ke', 'sector', 'Thống kê', 'Số liệu của phường và các cuộc điều tra, rà soát.'),
  group('phu-nu', 'association', 'Hội Liên hiệp Phụ nữ', 'Hội viên phụ nữ của các chi hội trong phường.'),
  group('thanh-nien', 'association', 'Đoàn Thanh niên', 'Đoàn viên, thanh niên trong phường.'),
  group('cuu-chien-binh', 'association', 'Hội Cựu chiến binh', 'Hội viên cựu chiến binh trong phường.'),
  group('nong-dan', 'association', 'Hội Nông dân', 'Hội viên nông dân, chuyện đồng ruộng, giống và giá.'),
  group(
    'to-truong',
    'internal',
    'Tổ trưởng các tổ dân phố',
    'Trao đổi công việc giữa phường và 17 tổ trưởng.',
  ),
];
