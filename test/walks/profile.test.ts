// A person's picture on the screens of everyone concerned.
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();
const open = (page: Page) => openChannel(page, 'Phường Sông Cầu', 'Chuyện chung của phường');
const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#17694d' } })
  .jpeg()
  .toBuffer();
/** Whether the picture beside what was said is there to be seen. */
const isShown = (page: Page, text: string) =>
  said(page, text)
    .locator('.face img')
    .evaluateAll((all) => all.some((one) => (one as HTMLImageElement).naturalWidth === 96));

async function choosePicture(page: Page, button: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles({ name: 'toi.jpg', mimeType: 'image/jpeg', buffer: picture });
  await page.getByText('Đã đổi ảnh.').waitFor();
}

test('a picture that one chooses stands beside one’s words for everyone at once, not where data is saved; a moderator takes it down', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const other = await ward.visit({ as: 'resident12', on: 'desktop' });
  const saver = await ward.visit({ as: 'resident12', at: '/app/me' });
  await saver.getByRole('switch', { name: /Tiết kiệm/ }).check();
  await Promise.all([lan, other, saver].map(open));
  await say(lan, 'Bà con có nhận ra tôi không?');
  await Promise.all([other, saver].map(toNewest));
  await said(other, 'Bà con có nhận ra tôi không?').waitFor();
  await expect.poll(() => isShown(other, 'Bà con có nhận ra tôi không?')).toBe(false);

  await lan.goto('/app/me');
  await choosePicture(lan, 'Thêm ảnh');
  await expect.poll(() => isShown(other, 'Bà con có nhận ra tôi không?')).toBe(true);
  await expect.poll(() => said(saver, 'Bà con có nhận ra tôi không?').locator('img').count()).toBe(0);

  const moderator = await ward.visit({ as: 'moderator', on: 'desktop' });
  await open(moderator);
  await toNewest(moderator);
  await said(moderator, 'Bà con có nhận ra tôi không?').locator('.face a').click();
  const page = moderator.getByRole('dialog', { name: 'Trang cá nhân' });
  await page.getByRole('button', { name: /Gỡ ảnh của/ }).click();
  await page.getByRole('button', { name: 'Gỡ ảnh', exact: true }).click();
  await expect.poll(() => isShown(other, 'Bà con có nhận ra tôi không?')).toBe(false);
  await lan.getByRole('button', { name: 'Thêm ảnh' }).waitFor();
  await lan.goto('/app');
  await lan.getByText('Người điều hành đã gỡ ảnh của bác.').first().waitFor();
});

test('a person is reported from their page; a moderator sees who and why, warns them, and everyone concerned is told', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const other = await ward.visit({ as: 'resident12' });
  await Promise.all([lan, other].map(open));
  await say(other, 'Ai cần vay tiền nhắn tôi');
  await toNewest(lan);
  await said(lan, 'Ai cần vay tiền nhắn tôi').locator('.face a').click();
  await lan.getByRole('button', { name: 'Báo cáo Lê Thị Hương' }).click();
  const dialog = lan.getByRole('dialog', { name: 'Báo cáo người này' });
  await dialog.getByLabel('Người này vi phạm điều gì?').selectOption('scam');
  await dialog.getByLabel('Nói thêm').fill('Nhắn riêng hỏi vay tiền nhiều nhà');
  // A refusal is said within the dialog, where it can be read and put away.
  await lan.route('**/api/flags', (route) => route.abort(), { times: 1 });
  await dialog.getByRole('button', { name: 'Gửi báo cáo' }).click();
  const refusal = dialog.getByRole('status').filter({ hasText: 'Không tới được máy chủ' });
  await refusal.getByRole('button', { name: 'Đóng' }).click();
  await refusal.waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await lan.getByText('Đã gửi báo cáo').waitFor();

  const moderator = await ward.visit({ as: 'moderator', on: 'desktop', at: '/app/desk?tab=cases' });
  await moderator
    .getByRole('main')
    .getByRole('link', { name: /Lê Thị Hương.*Về chính người này/ })
    .click();
  await moderator.getByRole('heading', { level: 1, name: 'Báo cáo về Lê Thị Hương' }).waitFor();
  await moderator.getByText('Nhắn riêng hỏi vay tiền nhiều nhà').waitFor();
  expect(await seriousFaults(moderator)).toEqual([]);
  await moderator.getByRole('button', { name: 'Nhắc nhở' }).click();
  const decide = moderator.getByRole('dialog', { name: 'Nhắc nhở người này' });
  await decide.getByLabel('Tạm không cho').selectOption({ label: '1 ngày' });
  await decide.getByRole('button', { name: 'Nhắc nhở' }).click();
  await moderator.getByText('Đã nhắc nhở.').waitFor();

  await other.getByText('Bác tạm không gửi được tin ở đây tới').waitFor();
  await other.goto('/app');
  await other.getByText('Người điều hành nhắc nhở bác: Lừa đảo.').first().waitFor();
  await lan.goto('/app');
  await lan.getByText('Người bác báo đã được nhắc nhở').first().waitFor();
});

test('from the page of somebody met in a conversation one mentions them there', async () => {
  for (const on of ['phone', 'desktop'] as const) {
    const lan = await ward.visit({ as: 'resident13', on });
    await open(lan);
    await composer(lan).fill('Cảm ơn');
    await toNewest(lan);
    await lan.getByRole('log').locator('.face a').last().click();
    await lan.getByRole('button', { name: 'Nhắc trong nhóm' }).click();
    await expect.poll(() => composer(lan).inputValue()).toMatch(/^Cảm ơn @\S.* $/);
    await composer(lan).pressSequentially('nhé');
    await lan.getByRole('button', { name: 'Gửi', exact: true }).click();
    const word = said(lan, 'Cảm ơn @').last();
    await word.getByText('Đã gửi').waitFor();
    await expect.poll(() => word.locator('.prose b').innerText()).toMatch(/^@\S/);
    // Somebody met elsewhere is mentioned nowhere.
    await lan
      .getByRole('main')
      .getByRole('link', { name: /^Chuyện chung của phường/ })
      .click();
    await lan.getByRole('main').getByRole('link', { name: 'Người', exact: true }).click();
    await lan.getByRole('main').locator('a.person').first().click();
    await lan.getByRole('button', { name: /^Báo cáo / }).waitFor();
    await expect.poll(() => lan.getByRole('button', { name: 'Nhắc trong nhóm' }).count()).toBe(0);
  }
});
