import { expect, test } from 'vitest';
import type { PushContent } from '../../../shared/push.ts';
import { letterWords } from './letter-words.ts';

const talk: PushContent = {
  kind: 'talk',
  href: '/app/channels/1',
  place: 'Tổ 7 · Trò chuyện',
  count: 1,
  authors: ['Lan'],
  isMentioned: false,
  words: 'Tối nay họp',
};
const notice: PushContent = {
  kind: 'notice',
  href: '/app/notices/1',
  urgency: 'urgent',
  from: 'Chủ tịch phường',
  title: 'Lũ về',
  words: 'Lên nhà văn hoá',
};

test.each<[string, PushContent, string, string]>([
  ['one message', talk, 'Tổ 7 · Trò chuyện', 'Lan: Tối nay họp'],
  ['one whose words are hidden', { ...talk, words: null }, 'Tổ 7 · Trò chuyện', 'Lan đã gửi tin'],
  [
    'many that name me',
    { ...talk, count: 5, authors: ['Lan', 'Hoà'], isMentioned: true },
    'Tổ 7 · Trò chuyện',
    'Nhắc đến bác\n5 tin mới từ Lan, Hoà\nLan: Tối nay họp',
  ],
  ['an urgent notice', notice, 'Khẩn: Lũ về', 'Chủ tịch phường: Lên nhà văn hoá'],
  [
    'a notice whose words are hidden',
    { ...notice, urgency: 'notice', title: null, words: null },
    'Có thông báo mới',
    'Chủ tịch phường',
  ],
  [
    'what concerns me, hidden',
    { kind: 'told', href: '/app', about: 'message_removed', data: null },
    'Đình',
    'Có việc liên quan đến bác',
  ],
  [
    'the digest after a rest',
    { kind: 'digest', href: '/app', messages: 12, places: ['Tổ 7', 'Tổ 13'], notices: 2, told: 0 },
    'Trong giờ nghỉ',
    '2 thông báo\n12 tin ở Tổ 7, Tổ 13',
  ],
])('%s', (_, content, title, body) => {
  expect(letterWords({ tag: 'a', locale: 'vi', content })).toMatchObject({ title, body });
});

test('in the language of the device', () => {
  expect(letterWords({ tag: 'a', locale: 'en', content: notice }).title).toBe('Urgent: Lũ về');
});
