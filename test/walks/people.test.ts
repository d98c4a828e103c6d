// A person's page, blocking, a new name and leaving a group, on the screens of those concerned.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { DEMO_PASSPHRASE } from '../../server/demo/demo.keys.ts';
import { choose, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { useWard } from '../support/browser.ts';
import { unzip } from '../support/unzip.ts';

const ward = useWard();
const open = (page: Page) => openChannel(page, 'Phường Sông Cầu', 'Chuyện chung của phường');
const covers = (page: Page) =>
  page.getByRole('log').getByRole('button', { name: /Tin của người bác đã chặn/ });

test('from a message to its author’s page; whom one blocks is covered on all devices, until one looks', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const laptop = await ward.visit({ as: 'resident13', on: 'desktop' });
  const other = await ward.visit({ as: 'resident12' });
  await Promise.all([lan, laptop, other].map(open));
  await say(other, 'Ai làm ồn đêm qua thế?');
  await Promise.all([toNewest(lan), toNewest(laptop)]);

  await choose(lan, 'Ai làm ồn đêm qua thế?', 'Xem trang cá nhân');
  await lan.waitForURL('**/app/people/*');
  await lan.getByRole('heading', { level: 1, name: 'Lê Thị Hương' }).waitFor();
  await expect.poll(() => lan.getByRole('main').innerText()).not.toContain('Hộ:');
  await lan.getByRole('button', { name: 'Chặn Lê Thị Hương' }).click();
  await lan.getByRole('button', { name: 'Chặn', exact: true }).click();
  await lan.getByText('Bác đã chặn người này').waitFor();
  await lan.getByRole('button', { name: 'Quay lại' }).click();
  await lan.getByRole('log').waitFor();
  await toNewest(lan);
  await covers(lan).last().waitFor();
  await covers(laptop).last().waitFor();
  await expect.poll(() => said(laptop, 'Ai làm ồn đêm qua thế?').count()).toBe(0);

  // A further word waits for nobody, and is there for who looks.
  const before = await covers(laptop).count();
  await say(other, 'Mong mọi người giữ yên lặng');
  await expect.poll(() => covers(laptop).count()).toBe(before + 1);
  await covers(laptop).last().click();
  await said(laptop, 'Mong mọi người giữ yên lặng').waitFor();

  await laptop.goto('/app/me');
  await laptop.getByRole('button', { name: 'Bỏ chặn Lê Thị Hương' }).click();
  await said(lan, 'Ai làm ồn đêm qua thế?').waitFor();
  await expect.poll(() => laptop.getByRole('heading', { name: 'Người bác đã chặn' }).count()).toBe(0);
});

test('a name is tried, refused in words with what was typed kept, then changed before everyone’s eyes', async () => {
  const lan = await ward.visit({ as: 'resident13', on: 'desktop' });
  const other = await ward.visit({ as: 'resident12', on: 'desktop' });
  await Promise.all([lan, other].map(open));
  await say(lan, 'Nhà tôi mới thay bóng đèn ngõ');
  await toNewest(other);
  await said(other, 'Nhà tôi mới thay bóng đèn ngõ').waitFor();

  await lan.goto('/app/me');
  await lan.getByRole('button', { name: 'Đổi tên' }).click();
  const dialog = lan.getByRole('dialog', { name: 'Đổi tên' });
  const field = dialog.getByRole('textbox', { name: 'Họ và tên' });
  await field.fill('Tổ trưởng tổ 13');
  // Everything is read anew when the connection comes back: what was typed stays.
  const isReadAnew = lan.waitForResponse((answer) => answer.url().endsWith('/api/me'));
  await lan.context().setOffline(true);
  await lan.getByText('Mất mạng. Tin sẽ tự gửi khi có mạng.').first().waitFor();
  await lan.context().setOffline(false);
  await isReadAnew;
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByRole('alert').getByText('giống một chức vụ').waitFor();
  await expect.poll(() => field.inputValue()).toBe('Tổ trưởng tổ 13');
  await field.fill('Nguyễn Thị Lan (ngõ 7)');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await lan.getByRole('heading', { level: 1, name: 'Nguyễn Thị Lan (ngõ 7)' }).waitFor();

  // Live, above the old word; and the name leads to the page, which lies over the conversation.
  const name = other.getByRole('log').getByRole('link', { name: 'Nguyễn Thị Lan (ngõ 7)' }).last();
  await name.click();
  const page = other.getByRole('dialog', { name: 'Trang cá nhân' });
  await page.getByRole('heading', { name: 'Nguyễn Thị Lan (ngõ 7)' }).waitFor();
  await other.keyboard.press('Escape');
  await page.waitFor({ state: 'hidden' });
  expect(other.url()).toContain('/app/channels/');
});

test('leaving a group says what that means, and is done at once', async () => {
  const other = await ward.visit({ as: 'resident12', at: '/app/me' });
  await other.getByRole('button', { name: 'Rời nhóm: Tổ dân phố 12' }).click();
  const dialog = other.getByRole('dialog', { name: 'Rời Tổ dân phố 12?' });
  await dialog.getByText('Bác không còn được tính trong hộ của mình').waitFor();
  await dialog.getByRole('button', { name: 'Rời nhóm' }).click();
  await other.getByText('Bác đã rời Tổ dân phố 12.').waitFor();
  await other.goto('/app/groups');
  await other.getByRole('main').getByRole('link', { name: 'Phường Sông Cầu', exact: true }).waitFor();
  await expect.poll(() => other.getByRole('main').getByText('Tổ dân phố 12').count()).toBe(0);
});

test('all that is mine comes as an archive; then the account is deleted, and its words stay nameless', async () => {
  const minh = await ward.visit({ as: 'resident13', on: 'desktop' });
  const other = await ward.visit({ as: 'resident12' });
  await Promise.all([minh, other].map(open));
  await say(other, 'Em chuyển nhà, chào cả phường nhé');
  await toNewest(minh);
  await said(minh, 'Em chuyển nhà, chào cả phường nhé').waitFor();

  await other.goto('/app/me');
  await other.getByRole('link', { name: 'Xoá tài khoản' }).click();
  await other.getByRole('heading', { level: 1, name: 'Xoá tài khoản của tôi' }).waitFor();
  await other.getByRole('button', { name: 'Tải dữ liệu về trước' }).click();
  const dialog = other.getByRole('dialog', { name: 'Tải về tất cả' });
  const field = dialog.getByLabel('Mật khẩu');
  await field.fill('khong phai');
  await dialog.getByRole('button', { name: 'Tải về tất cả' }).click();
  await dialog.getByText('Mật khẩu chưa đúng').waitFor();
  await field.fill(DEMO_PASSPHRASE);
  const download = other.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Tải về tất cả' }).click();
  const archive = unzip(await readFile(await (await download).path()));
  expect(archive.get('index.html')!.toString()).toContain('Em chuyển nhà, chào cả phường nhé');
  await dialog.waitFor({ state: 'hidden' });

  await other.getByLabel('Mật khẩu').fill(DEMO_PASSPHRASE);
  await other.getByRole('button', { name: 'Xoá tài khoản ngay' }).click();
  await other.getByText('Xin đánh dấu vào ô xác nhận.').waitFor();
  await other.getByRole('checkbox', { name: /Tôi hiểu/ }).check();
  await other.getByRole('button', { name: 'Xoá tài khoản ngay' }).click();
  await other.waitForURL('**/c/song-cau');
  const kept = () => other.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('dinh.')));
  await expect.poll(() => kept()).toEqual([]);
  await other.goto('/app');
  await other.waitForURL('**/sign-in**');

  const nameless = said(minh, 'Em chuyển nhà, chào cả phường nhé');
  await expect.poll(() => nameless.getAttribute('aria-label')).toContain('Người dùng đã rời');
});
