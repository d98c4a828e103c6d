import type { SampleFlag } from './sample.types.ts';

export const flags: SampleFlag[] = [
  {
    line: 't13-xuc-pham',
    reporter: 'loan13',
    rule: 'insult',
    reason: 'Gọi hàng xóm là vô học và xúc phạm cả gia đình, trước mặt cả tổ.',
    daysAgo: 13,
    time: '19:21',
    decision: {
      moderator: 'moderator',
      action: 'remove',
      rule: 'insult',
      reason:
        'Tin nhắn xúc phạm một người và gia đình người đó, không còn là góp ý chuyện để xe. Gỡ tin nhắn; ý kiến về chỗ để xe vẫn được nói lại bằng lời lẽ bình thường.',
      daysAgo: 13,
      time: '20:40',
    },
  },
  {
    line: 'p-gop-y',
    reporter: 'kien12',
    rule: 'off_topic',
    reason: 'Nói xấu phường trên nhóm chung.',
    daysAgo: 12,
    time: '08:20',
    decision: {
      moderator: 'mod-yen',
      action: 'dismiss',
      rule: 'off_topic',
      reason:
        'Đây là góp ý có nội dung cụ thể, lời lẽ lịch sự, đúng chỗ của kênh chung. Phê bình công việc của phường không phải là vi phạm.',
      daysAgo: 12,
      time: '11:05',
    },
  },
  {
    line: 'p-chui',
    reporter: 'head16',
    rule: 'insult',
    reason: 'Tôi góp ý chuyện loa to gần bệnh viện thì bị gọi là "đồ già lẩm cẩm", đuổi lên rừng ở.',
    daysAgo: 2,
    time: '22:03',
  },
  {
    line: 'p-quang-cao',
    reporter: 'tech-hoa',
    rule: 'scam',
    reason:
      'Quảng cáo đòi gửi ảnh căn cước hai mặt. Gia đình nói không phải anh Quảng gửi, có thể bị chiếm tài khoản.',
    daysAgo: 1,
    time: '12:33',
  },
];
