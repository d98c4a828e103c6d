// Every screen, on a phone and on a desktop, light, dark and with text at 200 %: axe finds nothing serious, and nothing runs off the side.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { DemoKey } from '../../server/demo/demo.keys.ts';
import { seriousFaults, useWard } from '../support/browser.ts';
import { openChannel, toNewest } from '../support/channel-page.ts';

const ward = useWard();

/** Waits until what the page shows first is there: its heading, and no word of loading. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).or(page.getByRole('log')).first().waitFor();
  await page.getByText('Đang tải…').waitFor({ state: 'hidden' });
}

async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const look = async (how: string, at: Parameters<typeof seriousFaults>[1]) => {
    const { pathname } = new URL(page.url());
    for (const fault of await seriousFaults(page, at)) faults.push(`${pathname} ${how} ${fault}`);
  };
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await look('light', 'all');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('dark', 'colours');
  await page.evaluate(() => (document.documentElement.dataset.size = '200'));
  // Where there is least room; on a desktop, only what runs off the side.
  if (page.viewportSize()!.width < 600) await look('at 200 %', 'size');
  faults.push(...(await overflowOf(page)).map((fault) => `at 200 % ${fault}`));
  await page.evaluate(() => delete document.documentElement.dataset.size);
  faults.push(...(await overflowOf(page)));
  return faults;
}

/** What runs off the side of the page, or of a dialog. */
const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog[open]')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, scrollWidth }) => `${location.pathname}: ${tagName} is ${scrollWidth} px wide`),
  );

/** The address of the first link in the page's main part that begins so. */
async function linkFrom(page: Page, at: string, start: string): Promise<string> {
  await page.goto(at);
  const link = page.getByRole('main').locator(`a[href^="${start}"]`).first();
  await link.waitFor();
  return (await link.getAttribute('href'))!;
}

const publicScreens = [
  '/c/song-cau',
  '/c/song-cau/notices',
  '/c/song-cau/procedures',
  '/c/song-cau/procedures/1.001193',
  '/join',
  '/join/DEMO-TDP13',
  '/join/khong-co',
  '/sign-in',
  '/khong-co-trang-nay',
];
const screens: [DemoKey, (string | [list: string, item: string])[]][] = [
  [
    'resident13',
    [
      '/app',
      '/app/groups',
      '/app/notices',
      ['/app/notices', '/app/notices/0'],
      '/app/questions',
      ['/app/questions?view=all', '/app/questions/0'],
      '/app/questions/new',
      '/app/me',
      '/app/topics',
      '/app/me/removal',
      '/app/notices/new',
      '/app/search',
      '/app/search?q=khai%20sinh',
      '/app/search?q=khongcogi',
      '/app/search?q=sau%3Ahom',
    ],
  ],
  ['head13', ['/app/desk', ['/app/groups', '/app/groups/0'], '/app/notices/new']],
  ['official', ['/app', '/app/notices/new', ['/app/notices', '/app/notices/0']]],
  ['tech', ['/app/questions?view=queue', ['/app/questions?view=queue', '/app/questions/0']]],
  ['moderator', ['/app/desk', ['/app/desk', '/app/cases/0'], '/app/audit']],
  ['admin', ['/app/groups', ['/app/groups', '/app/groups/0']]],
];

for (const on of ['phone', 'desktop'] as const) {
  test(`public screens on a ${on}`, async () => {
    const page = await ward.visit({ on });
    const faults: string[] = [];
    for (const address of publicScreens) {
      await page.goto(address);
      await settled(page);
      faults.push(...(await faultsOf(page)));
    }
    expect(faults).toEqual([]);
  });

  for (const [as, addresses] of screens) {
    test(`screens of ${as} on a ${on}`, async () => {
      const page = await ward.visit({ as, on });
      const faults: string[] = [];
      for (const address of addresses) {
        await page.goto(typeof address === 'string' ? address : await linkFrom(page, ...address));
        await settled(page);
        faults.push(...(await faultsOf(page)));
      }
      expect(faults).toEqual([]);
    });
  }

  test(`the channel and a group’s sections on a ${on}`, async () => {
    const page = await ward.visit({ as: 'head13', on });
    await openChannel(page, 'Tổ dân phố 13');
    const faults = await faultsOf(page);
    await page
      .getByRole('button', { name: /^Việc làm được với tin của/ })
      .last()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lời trong chủ đề' }).click();
    const field = page.getByRole('textbox', { name: /Viết tin vào chủ đề/ });
    await field.fill('Ý kiến riêng về tin này');
    await field.press('Control+Enter');
    await page.getByRole('button', { name: 'Đang theo dõi' }).waitFor();
    faults.push(...(await faultsOf(page)));
    await page.goto('/app/topics');
    await settled(page);
    faults.push(...(await faultsOf(page)));
    await page.goto('/app/groups');
    await page.getByRole('main').getByRole('link', { name: 'Tổ dân phố 13', exact: true }).click();
    for (const section of ['members', 'requests', 'invitations', 'households']) {
      await page.goto(`${new URL(page.url()).pathname}?tab=${section}`);
      await settled(page);
      faults.push(...(await faultsOf(page)));
    }
    expect(faults).toEqual([]);
  });

  test(`dialogs on a ${on}`, { timeout: 120_000 }, async () => {
    const faults: string[] = [];
    const look = async (page: Page) => {
      await page.getByRole('dialog').waitFor();
      faults.push(...(await faultsOf(page)));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    };
    const head = await ward.visit({ as: 'head13', on });
    await openChannel(head, 'Tổ dân phố 13');
    // Near the end, where the list rests.
    const dots = head.getByRole('button', { name: /^Việc làm được với tin của Nguyễn Thị Lan/ }).last();
    await dots.click();
    await look(head);
    // Text at 200 % and back moves what stands at the end: anew.
    await openChannel(head, 'Tổ dân phố 13');
    await toNewest(head);
    await dots.click();
    await head.getByRole('dialog').getByRole('button', { name: 'Báo cáo vi phạm' }).click();
    await look(head);
    // A dialog that ends gives the focus back to the field, in its own time.
    await head.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
    await head.getByRole('log').focus();
    await head.keyboard.press('?');
    await look(head);
    const groupLink = await linkFrom(head, '/app/groups', '/app/groups/0');
    await head.goto(`${groupLink}?tab=invitations`);
    await head.getByRole('button', { name: 'Tạo lời mời' }).first().click();
    await look(head);
    await head.goto(`${groupLink}?tab=households`);
    await head.getByRole('button', { name: 'Thêm hộ' }).first().click();
    await look(head);
    await head.goto('/app/me');
    for (const name of ['Đăng xuất khỏi máy này', 'Đổi tên', /^Rời /, 'Tải về tất cả']) {
      await head.getByRole('button', { name }).first().click();
      await look(head);
    }

    const admin = await ward.visit({ as: 'admin', on });
    await admin.goto(`${await linkFrom(admin, '/app/groups', '/app/groups/0')}?tab=members`);
    await admin
      .getByRole('button', { name: /^Đổi vai trò của/ })
      .first()
      .click();
    await look(admin);

    // Somebody's page: a dialog on the desktop.
    await admin.getByRole('main').locator('a[href^="/app/people/"]').first().click();
    if (on === 'desktop') await look(admin);
    else {
      await admin.waitForURL('**/app/people/*');
      await settled(admin);
      faults.push(...(await faultsOf(admin)));
    }

    const moderator = await ward.visit({ as: 'moderator', on });
    await moderator.goto(await linkFrom(moderator, '/app/desk', '/app/cases/0'));
    await moderator.getByRole('button', { name: 'Gỡ', exact: true }).click();
    await look(moderator);

    const official = await ward.visit({ as: 'official', on, at: '/app/notices/new' });
    await official.getByRole('textbox', { name: 'Tiêu đề' }).fill('Họp dân phố');
    await official.getByRole('textbox', { name: 'Nội dung' }).fill('Bảy giờ tối thứ Sáu.');
    await official.getByRole('radio', { name: 'Toàn phường, xã' }).check();
    await official.getByRole('button', { name: 'Gửi thông báo' }).click();
    await look(official);
    expect(faults).toEqual([]);
  });
}
