// Path 1: from the head's QR to a place in the group, and out again.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useWard } from '../support/browser.ts';

const ward = useWard();
const passphrase = 'trâu cầu mưa gạo';

async function invite(head: Page, isPreApproved: boolean): Promise<string> {
  await head.goto('/app/groups');
  await head.getByRole('main').getByRole('link', { name: 'Tổ dân phố 13', exact: true }).click();
  await head.getByRole('link', { name: 'Lời mời', exact: true }).click();
  await head.getByRole('button', { name: 'Tạo lời mời' }).first().click();
  const dialog = head.getByRole('dialog');
  if (isPreApproved) await dialog.getByRole('radio', { name: /Vào ngay/ }).check();
  await dialog.getByRole('button', { name: 'Tạo mã QR' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const code = head.locator('details[open]').getByText(/^Mã: /);
  await code.first().waitFor();
  await head.locator('details[open]').getByRole('img', { name: /Mã QR/ }).first().waitFor();
  return (await code.first().innerText()).replace('Mã: ', '').trim();
}

async function fill(
  page: Page,
  name: string,
  household: { choose: string } | { add: string },
): Promise<void> {
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill(name);
  await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('0987 654 321');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(passphrase);
  if ('choose' in household) {
    await page.getByRole('searchbox').fill(household.choose);
    await page
      .getByRole('radio', { name: new RegExp(household.choose) })
      .first()
      .check();
  } else {
    await page.getByRole('radio', { name: /chưa có trong danh sách/ }).check();
    await page.getByRole('textbox', { name: 'Địa chỉ nhà' }).fill(household.add);
  }
}

test('a newcomer sees something useful, asks to join, and is admitted with one tap', async () => {
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  const code = await invite(head, false);

  const newcomer = await ward.visit({ at: `/join/${code}` });
  await newcomer.getByRole('heading', { name: 'Mời bác vào Tổ dân phố 13' }).waitFor();
  await expect.poll(() => newcomer.getByRole('heading', { name: /Thông báo mới/ }).isVisible()).toBe(true);

  // What is wrong is said, and nothing that was written is lost.
  await newcomer.getByRole('textbox', { name: 'Họ và tên' }).fill('Hoàng Thu Cúc');
  await newcomer.getByRole('textbox', { name: 'Số điện thoại' }).fill('123');
  const wake = await keepAsleep(newcomer, '**/__data.json*');
  await newcomer.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await newcomer.getByText('Số điện thoại chưa đúng').waitFor();
  // The first wrong field is at hand at once, not when the list of households has been read anew.
  const number = newcomer.getByRole('textbox', { name: 'Số điện thoại' });
  await expect.poll(() => number.evaluate((field) => field === document.activeElement)).toBe(true);
  wake();
  await expect
    .poll(() => newcomer.getByRole('textbox', { name: 'Họ và tên' }).inputValue())
    .toBe('Hoàng Thu Cúc');

  await fill(newcomer, 'Hoàng Thu Cúc', { add: 'Số 99, ngõ 7 đường Bờ Sông' });
  await newcomer.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await newcomer.getByRole('heading', { name: 'Đang chờ nhận vào nhóm' }).waitFor();

  await head.getByRole('link', { name: /^Xin vào/ }).click();
  const request = head.getByRole('listitem').filter({ hasText: 'Hoàng Thu Cúc' });
  await request.getByText('Số 99, ngõ 7 đường Bờ Sông').waitFor();
  await request.getByRole('button', { name: /^Nhận vào/ }).click();
  await head.getByText('Đã nhận Hoàng Thu Cúc').waitFor();

  // The newcomer's screen turns by itself.
  await newcomer.getByText(/Bác đã được nhận vào Tổ dân phố 13/).waitFor();
  await newcomer.getByRole('link', { name: /Tổ dân phố 13 · Trò chuyện/ }).waitFor();
});

/** Holds up the scripts of what is opened next, or other things that it asks for; gives what lets them come. */
async function keepAsleep(page: Page, what = '**/*.js'): Promise<() => void> {
  let wake: () => void = () => undefined;
  const awake = new Promise<void>((resolve) => (wake = resolve));
  await page.route(what, async (route) => {
    await awake;
    await route.continue();
  });
  return wake;
}

test('what is chosen on a slow phone before the page is awake counts all the same', async () => {
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  const code = await invite(head, false);
  const newcomer = await ward.visit({});
  const wake = await keepAsleep(newcomer);
  await newcomer.goto(`/join/${code}`, { waitUntil: 'commit' });
  await newcomer.getByRole('textbox', { name: 'Họ và tên' }).fill('Hoàng Thu Sớm');
  await newcomer.getByRole('radio', { name: /chưa có trong danh sách/ }).check();
  await expect.poll(() => newcomer.getByRole('textbox', { name: 'Địa chỉ nhà' }).count()).toBe(0);
  wake();
  await newcomer.getByRole('textbox', { name: 'Địa chỉ nhà' }).waitFor();
  await expect
    .poll(() => newcomer.getByRole('textbox', { name: 'Họ và tên' }).inputValue())
    .toBe('Hoàng Thu Sớm');
});

test('who signs in before the page is awake loses nothing and meets no bare answer of the server', async () => {
  const lan = await ward.visit({});
  const wake = await keepAsleep(lan);
  await lan.goto('/sign-in', { waitUntil: 'commit' });
  const field = lan.getByRole('textbox', { name: 'Mật khẩu' });
  await lan.getByRole('textbox', { name: 'Số điện thoại' }).fill('0987 000 111');
  await field.fill('khong dung dau');
  await field.press('Enter');
  await expect
    .poll(() => lan.getByRole('button', { name: 'Đăng nhập', exact: true }).isDisabled())
    .toBe(true);
  const sample = lan.getByRole('button', { name: /Nguyễn Thị Lan/ });
  expect(await sample.isDisabled()).toBe(true);
  wake();
  await lan.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await lan
    .getByRole('alert')
    .getByText(/chưa đúng/)
    .waitFor();
  await expect.poll(() => field.inputValue()).toBe('khong dung dau');
  await sample.click();
  await lan.waitForURL('**/app**');
});

test('who holds a pre-approved code is in at once; a phone may be shared; sessions are listed and ended', async () => {
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  const code = await invite(head, true);

  for (const name of ['Đàm Văn Bình', 'Đàm Thị An']) {
    const newcomer = await ward.visit({ at: `/join/${code}` });
    await fill(
      newcomer,
      name,
      name === 'Đàm Văn Bình' ? { add: 'Số 100, ngõ 7' } : { choose: 'Số 100, ngõ 7' },
    );
    await newcomer.getByRole('button', { name: 'Gửi và vào nhóm' }).click();
    await newcomer.getByRole('heading', { name: `Chào bác ${name.split(' ').at(-1)}` }).waitFor();
  }

  // The same number and passphrase: who of the two is it?
  const first = await ward.visit({ at: '/sign-in' });
  const second = await ward.visit({ at: '/sign-in', on: 'desktop' });
  for (const page of [first, second]) {
    await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('0987654321');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(passphrase);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByRole('button', { name: 'Đàm Thị An' }).click();
    await page.getByRole('heading', { name: 'Chào bác An' }).waitFor();
  }

  await first.goto('/app/me');
  const sessions = first.getByRole('region', { name: 'Máy đang đăng nhập' });
  await sessions.getByText('Máy này').waitFor();
  const others = sessions.getByRole('button', { name: /đăng xuất/ });
  const count = await others.count();
  expect(count).toBeGreaterThanOrEqual(1);
  for (let left = count; left > 0; left--) {
    await others.first().click();
    await expect.poll(() => others.count()).toBe(left - 1);
  }
  // The other machine is out, at once.
  await second.waitForURL(/\/sign-in/);

  await first.getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await first.getByRole('dialog').getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  // Its page is loaded anew; the window may have been led there by the ended connection before.
  await first.waitForURL(/\/sign-in$/);
  await first.goto('/app', { waitUntil: 'commit' });
  await first.waitForURL(/\/sign-in/);
});
