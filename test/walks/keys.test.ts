// By keyboard alone: between the sections, through a conversation, and never into a field that someone is typing in.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { choose, composer, openChannel, said, say } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();

const focusIsOn = (page: Page, text: string) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.textContent ?? ''))
    .toContain(text);
const path = (page: Page) => new URL(page.url()).pathname;

async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}

test('g and a letter lead to the sections; ? lists the keys, and can turn them off', async () => {
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await head.getByRole('heading', { level: 1 }).waitFor();
  for (const [key, address] of [
    ['n', '/app/groups'],
    ['t', '/app/questions'],
    ['b', '/app/notices'],
    ['v', '/app/desk'],
    ['m', '/app/me'],
    ['h', '/app'],
  ] as const) {
    await keys(head, 'g', key);
    await expect.poll(() => path(head)).toBe(address);
  }
  await keys(head, 'n', 'x');
  expect(path(head)).toBe('/app');

  await keys(head, '?');
  const sheet = head.getByRole('dialog', { name: 'Phím tắt' });
  await sheet.getByText('Việc của tôi').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await head.emulateMedia({ colorScheme });
    expect(await seriousFaults(head)).toEqual([]);
  }
  // Under a dialog nothing moves.
  await keys(head, 'g', 'n');
  expect(path(head)).toBe('/app');
  await sheet.getByRole('switch', { name: 'Dùng phím tắt' }).click();
  await keys(head, 'Escape');
  await sheet.waitFor({ state: 'hidden' });
  await keys(head, '?', 'g', 'n');
  await head.reload();
  await head.getByRole('heading', { level: 1 }).waitFor();
  await keys(head, 'g', 'n');
  expect(path(head)).toBe('/app');

  await head.goto('/app/me');
  const again = head.getByRole('button', { name: 'Phím tắt' });
  await again.click();
  await sheet.getByRole('switch', { name: 'Dùng phím tắt' }).click();
  await keys(head, 'Escape');
  await expect.poll(() => again.evaluate((element) => element === document.activeElement)).toBe(true);
  await keys(head, 'g', 'n');
  await expect.poll(() => path(head)).toBe('/app/groups');
});

test('through a conversation: walk, answer, edit, and back; typed letters are letters', async () => {
  const lan = await ward.visit({ as: 'resident13', on: 'desktop' });
  await openChannel(lan, 'Tổ dân phố 13');
  for (const text of ['Tin thứ nhất', 'Tin thứ hai', 'Tin thứ ba']) await say(lan, text);
  await composer(lan).fill('');
  await composer(lan).pressSequentially('jgner?');
  await expect.poll(() => composer(lan).inputValue()).toBe('jgner?');
  await composer(lan).fill('');

  await lan.getByRole('log').focus();
  await keys(lan, 'k');
  await focusIsOn(lan, 'Tin thứ ba');
  await keys(lan, 'k', 'ArrowUp');
  await focusIsOn(lan, 'Tin thứ nhất');
  await keys(lan, 'j');
  await focusIsOn(lan, 'Tin thứ hai');

  await keys(lan, 'r');
  await lan.getByText('Trả lời Nguyễn Thị Lan').waitFor();
  await expect.poll(() => composer(lan).evaluate((element) => element === document.activeElement)).toBe(true);
  await expect.poll(() => composer(lan).inputValue()).toBe('');
  await keys(lan, 'Escape');
  await lan.getByText('Trả lời Nguyễn Thị Lan').waitFor({ state: 'hidden' });

  await lan.getByRole('log').focus();
  await keys(lan, 'k', 'e');
  await expect.poll(() => composer(lan).inputValue()).toBe('Tin thứ ba');
  await lan.keyboard.type(', đã sửa');
  await keys(lan, 'Enter');
  await said(lan, 'Tin thứ ba, đã sửa').waitFor();

  await lan.getByRole('log').focus();
  await keys(lan, 'k', 'o');
  const menu = lan.getByRole('dialog', { name: 'Việc làm được với tin này' });
  await menu.waitFor();
  await keys(lan, 'Escape');
  await menu.waitFor({ state: 'hidden' });
  await focusIsOn(lan, 'Tin thứ ba, đã sửa');
  await keys(lan, 'Escape');
  await expect.poll(() => composer(lan).evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the focus stays in the conversation when the message under it goes', async () => {
  const lan = await ward.visit({ as: 'resident13', on: 'desktop' });
  const other = await ward.visit({ as: 'resident13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(other, 'Tổ dân phố 13')]);
  await say(lan, 'Tin sẽ thu hồi');
  const mine = said(lan, 'Tin sẽ thu hồi');
  await mine.getByRole('button', { name: /Việc làm được/ }).focus();

  await said(other, 'Tin sẽ thu hồi')
    .getByRole('button', { name: /Việc làm được/ })
    .click();
  await other.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await said(lan, 'Tin đã thu hồi').last().waitFor();
  await focusIsOn(lan, 'Tin đã thu hồi');
});

test('a dialog whose message went meanwhile gives the focus to what stands in its place', async () => {
  const lan = await ward.visit({ as: 'resident13', on: 'desktop' });
  const other = await ward.visit({ as: 'resident13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(other, 'Tổ dân phố 13')]);
  await say(lan, 'Tin sẽ đi mất');
  await said(lan, 'Tin sẽ đi mất')
    .getByRole('button', { name: /Việc làm được/ })
    .click();
  await lan.getByRole('dialog').waitFor();

  await choose(other, 'Tin sẽ đi mất', 'Thu hồi');
  await other.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await said(other, 'Tin đã thu hồi').last().waitFor();
  await said(lan, 'Tin sẽ đi mất').waitFor({ state: 'detached' });
  await keys(lan, 'Escape');
  await focusIsOn(lan, 'Tin đã thu hồi');
});

test('the log speaks of what comes, and is silent while it is opened and history loads', async () => {
  const lan = await ward.visit({ as: 'resident13', on: 'desktop' });
  await openChannel(lan, 'Phường Sông Cầu', 'Chuyện chung của phường');
  const live = () => lan.getByRole('log').getAttribute('aria-live');
  await expect.poll(() => live()).toBe('off');
  const newest = lan.getByRole('button', { name: /tin mới/ });
  await expect
    .poll(async () => {
      if (await newest.isVisible()) await newest.click({ timeout: 2_000 }).catch(() => undefined);
      return live();
    })
    .toBe('polite');

  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await lan.route(/\/messages\?before=/, async (route) => {
    await held;
    await route.continue();
  });
  await expect
    .poll(async () => {
      await lan.getByRole('log').evaluate((element) => (element.scrollTop = 0));
      return live();
    })
    .toBe('off');
  release();
});
