// An invitation, its answers and its change, at two screens.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openChannel, press, said, toNewest } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();
/** So many days from now at this hour in Vietnam, as a field takes it. */
const inDays = (days: number, hour: string) =>
  `${new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)}T${hour}`;

test('a head invites, a household answers and takes the date along, and hears when it is moved', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  await head.getByRole('button', { name: 'Gửi thêm' }).click();
  await head.getByRole('button', { name: 'Lịch hẹn', exact: true }).click();
  const form = head.getByRole('dialog', { name: 'Lịch hẹn' });
  const title = 'Họp tổ; bàn quỹ khuyến học, cuối năm';
  await form.getByLabel('Việc gì').fill(title);
  await form.getByLabel('Bắt đầu').fill(inDays(-1, '19:00'));
  await form.getByLabel('Ở đâu').fill('Nhà văn hoá, ngõ 3');
  await form.getByRole('button', { name: 'Gửi lịch hẹn' }).click();
  await form.getByRole('alert').getByText('phía trước').waitFor();
  await form.getByLabel('Bắt đầu').fill(inDays(3, '19:00'));
  await expect.poll(() => form.getByLabel('Ai trả lời').inputValue()).toBe('household');
  expect(await seriousFaults(head)).toEqual([]);
  await form.getByRole('button', { name: 'Gửi lịch hẹn' }).click();
  await said(head, title).getByText('Đã gửi').waitFor();

  await toNewest(lan);
  const card = (page: typeof lan) => said(page, title).getByRole('region', { name: 'Lịch hẹn' });
  await card(lan).getByRole('button', { name: 'Sẽ đến' }).click();
  await card(lan).getByLabel('Số người đến').selectOption('3');
  await card(head).getByText('1 hộ sẽ đến (3 người)').waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
  const file = await press(card(lan).getByRole('button', { name: 'Thêm vào lịch máy' }), (options) =>
    lan.waitForEvent('download', options),
  );
  const ics = (await readFile(await file.path())).toString('utf8').replace(/\r\n[ \t]/g, '');
  // 19:00 in Vietnam is 12:00 in UTC; what has a meaning in the format is escaped.
  expect(ics).toMatch(/DTSTART:\d{8}T120000Z\r\n/);
  expect(ics).toContain('SUMMARY:Họp tổ\\; bàn quỹ khuyến học\\, cuối năm\r\n');
  expect(ics).toContain('LOCATION:Nhà văn hoá\\, ngõ 3\r\n');
  await expect.poll(() => card(lan).getByRole('link', { name: 'Danh sách trả lời' }).count()).toBe(0);

  await card(head).getByRole('link', { name: 'Danh sách trả lời' }).click();
  await head.getByText('Nguyễn Thị Lan').first().waitFor();
  await head.getByText('3 người', { exact: true }).waitFor();
  expect(await seriousFaults(head)).toEqual([]);
  await head.getByRole('link', { name: 'Về cuộc trò chuyện' }).click();
  await card(head).getByRole('button', { name: 'Sửa lịch hẹn' }).click();
  const change = head.getByRole('dialog', { name: 'Sửa lịch hẹn' });
  await change.getByLabel('Bắt đầu').fill(inDays(4, '20:00'));
  await change.getByRole('button', { name: 'Lưu' }).click();
  await card(lan).getByText(/20:00/).waitFor();
  await lan.goto('/app');
  await lan.getByText(/Lịch hẹn ở Tổ dân phố 13 đã sửa/).waitFor();
  await lan.getByRole('region', { name: 'Sắp tới' }).getByText(title).waitFor();
  expect(await seriousFaults(lan)).toEqual([]);

  // Found by what it is.
  await lan.goto('/app/search?q=' + encodeURIComponent('có:lịch khuyến học'));
  await lan.getByRole('main').getByText('bàn quỹ').first().waitFor();
});
