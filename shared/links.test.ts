import { expect, test } from 'vitest';
import { judgeLink, type Doubt } from './links.ts';

const fine = [
  'https://dichvucong.gov.vn',
  'https://dichvucong.backan.gov.vn/tthc/1.001193',
  'http://vneid.gov.vn/',
  'https://DichVuCong.GOV.vn.',
  'https://baohiemxahoi.gov.vn/tracuu',
  'https://thuedientu.gdt.gov.vn',
  'https://vietcombank.com.vn',
  'https://vcbdigibank.vietcombank.com.vn/login',
  'https://www.vietinbank.vn',
  'https://smartbanking.bidv.com.vn',
  'https://ebank.tpb.vn',
  'https://online.acb.com.vn',
  'https://isacombank.com.vn',
  'https://vietbank.com.vn', // a bank of its own, near "vietinbank"
  'https://acbs.com.vn',
  'https://www.pvcombank.com.vn',
  'https://facebook.com/groups/songcau',
  'https://zalo.me/0912345678',
  'https://vnexpress.net/vneid-la-gi-123.html', // only the host counts
  'https://www.usa.gov',
  'https://www.service.gov.uk/find',
  'https://governance.org',
  'https://nightgown.example',
  'https://shbet-la-gi.example',
  'https://example.com:8443/a?b=c#d',
  'https://user.example.com',
];

test.each(fine)('%s is fine', (href) => {
  expect(judgeLink(href)).toMatchObject({ verdict: 'fine', doubt: null });
});

const suspicious: [href: string, doubt: Doubt, resembles: string | null][] = [
  ['https://dichvucong-gov.vn', 'imitation', 'dichvucong.gov.vn'],
  ['https://dichvucong.gov.vn.example.com/login', 'imitation', 'dichvucong.gov.vn'],
  ['https://dichvucong.online', 'imitation', 'dichvucong.gov.vn'],
  ['https://dlchvucong.com', 'imitation', 'dichvucong.gov.vn'],
  ['https://dichvuc0ng.vn', 'imitation', 'dichvucong.gov.vn'],
  ['https://dichvucomg.vn', 'imitation', 'dichvucong.gov.vn'],
  ['https://đichvucong.vn', 'imitation', 'dichvucong.gov.vn'],
  ['https://dịch-vụ-công.com', 'imitation', 'dichvucong.gov.vn'],
  ['https://dich-vu-cong.info', 'imitation', 'dichvucong.gov.vn'],
  ['https://gov-vn.com', 'imitation', 'gov.vn'],
  ['https://congan-gov.vn', 'imitation', 'gov.vn'],
  ['https://songcaugovvn.net', 'imitation', 'gov.vn'],
  ['https://backan.g0v.vn', 'imitation', 'gov.vn'],
  ['https://backan.qov.vn', 'imitation', 'gov.vn'],
  ['https://thue.gov.vn-hoantien.top', 'imitation', 'gov.vn'],
  ['https://vneid-capnhat.com', 'imitation', 'vneid.gov.vn'],
  ['https://vne1d.top', 'imitation', 'vneid.gov.vn'],
  ['https://vnеid.com', 'imitation', 'vneid.gov.vn'], // Cyrillic е
  ['https://baohiemxahoi.site', 'imitation', 'baohiemxahoi.gov.vn'],
  ['https://bocongan-vn.com', 'imitation', 'bocongan.gov.vn'],
  ['https://vietcombank.vn.top', 'imitation', 'vietcombank.com.vn'],
  ['https://vietcornbank.com.vn', 'imitation', 'vietcombank.com.vn'],
  ['https://vietconbank.com', 'imitation', 'vietcombank.com.vn'],
  ['https://vietcmobank.com', 'imitation', 'vietcombank.com.vn'],
  ['https://víetcombank.com', 'imitation', 'vietcombank.com.vn'],
  ['https://my-bidv.com', 'imitation', 'bidv.com.vn'],
  ['https://agribannk.vn', 'imitation', 'agribank.com.vn'],
  ['https://techcombank.vn.login.app', 'imitation', 'techcombank.com'],
  ['https://mbbank-khuyenmai.shop', 'imitation', 'mbbank.com.vn'],
  ['https://acb-online.com', 'imitation', 'acb.com.vn'],
  ['https://acbbank.top', 'imitation', 'acb.com.vn'],
  ['https://vpbank.cc', 'imitation', 'vpbank.com.vn'],
  ['https://sacornbank.com', 'imitation', 'sacombank.com.vn'],
  ['https://tpbank.live', 'imitation', 'tpb.vn'],
  ['https://xn--ichvucong-uwb.vn', 'imitation', 'dichvucong.gov.vn'],
  ['https://xn--80ak6aa92e.com', 'letters', null],
  ['https://đồnghồ.vn', 'letters', null],
  ['http://103.12.7.9/vneid', 'address', null],
  ['http://0x670c0709/', 'address', null],
  ['http://[2001:db8::1]/', 'address', null],
  ['https://vietcombank.com.vn@103.12.7.9/', 'password', null],
  ['https://vietcombank.com.vn:443@evil.example/', 'password', null],
  ['https://lan:mat-khau@example.com', 'password', null],
];

test.each(suspicious)('%s is suspicious: %s', (href, doubt, resembles) => {
  expect(judgeLink(href)).toMatchObject({ verdict: 'suspicious', doubt, resembles });
});

test.each(['https://bit.ly/3xYz', 'https://www.tinyurl.com/abc', 'http://cutt.ly/a'])(
  '%s is shortened',
  (href) => expect(judgeLink(href)).toMatchObject({ verdict: 'shortened', doubt: null }),
);

test.each([
  'javascript:alert(1)',
  'data:text/html,a',
  'file:///etc/passwd',
  'mailto:a@b.vn',
  'https://',
  'tel:1',
])('%s is no link to a page', (href) => expect(judgeLink(href)).toBeNull());

test('the host is where it really leads', () => {
  expect(judgeLink('https://vietcombank.com.vn@evil.example/a')?.host).toBe('evil.example');
  expect(judgeLink('https://đồnghồ.vn')?.host).toMatch(/^xn--.*\.vn$/);
  expect(judgeLink('http://3232235777/')?.host).toBe('192.168.1.1');
});

test('links to the hub itself are its own, by name or by number', () => {
  expect(judgeLink('http://192.168.1.5:3000/join/ABC', '192.168.1.5:3000')?.verdict).toBe('fine');
  expect(judgeLink('http://192.168.1.5:4000/join/ABC', '192.168.1.5:3000')?.verdict).toBe('suspicious');
  expect(judgeLink('http://a:b@192.168.1.5:3000/', '192.168.1.5:3000')?.verdict).toBe('suspicious');
});
