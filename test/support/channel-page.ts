// What a walk does on the page of a channel.
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** Opens a group's channel as a person does, by the list of groups. */
export async function openChannel(page: Page, group: string, channel = 'Trò chuyện'): Promise<void> {
  await page.goto('/app/groups');
  const card = page
    .getByRole('main')
    .locator('.card')
    .filter({ has: page.getByRole('link', { name: group, exact: true }) });
  await card.getByRole('link', { name: channel }).first().click();
  await page.getByRole('log').waitFor();
}

/** Down to the newest message of the open channel, past those that were not read yet: the list may still be finding its place. */
export async function toNewest(page: Page): Promise<void> {
  const log = page.getByRole('log');
  const button = page.getByRole('button', { name: /tin mới/ });
  await expect
    .poll(async () => {
      if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => undefined);
      return log.evaluate(
        ({ scrollTop, clientHeight, scrollHeight }) => scrollHeight - scrollTop - clientHeight < 60,
      );
    })
    .toBe(true);
  await button.waitFor({ state: 'hidden' });
}

/** The articles that say this themselves, not in a quote. */
export const said = (page: Page, text: string) =>
  page
    .getByRole('log')
    .getByRole('article')
    .filter({ has: page.locator('.prose, .tomb').filter({ hasText: text }) });

export const composer = (page: Page) => page.getByRole('textbox', { name: /Viết tin vào/ });

/** Writes it, sends it, and waits until the server has it. */
export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await said(page, text).getByText('Đã gửi').waitFor();
}

/**
 * Presses, and gives what follows. What is scrolled to is measured, and moves what is around it, on a busy machine in the very moment of
 * the press; and a page that was to be loaded anew has hung there. Whoever sees nothing happen in ten seconds presses once more.
 */
export async function press<T>(
  button: Locator,
  effect: (options: { timeout: number }) => Promise<T>,
): Promise<T> {
  const once = async () => {
    await button.scrollIntoViewIfNeeded();
    const [followed] = await Promise.all([effect({ timeout: 10_000 }), button.click()]);
    return followed;
  };
  return once().catch(once);
}

/** Something of the message's menu, from under its dots. */
export async function choose(page: Page, text: string, action: string): Promise<void> {
  const menu = page.getByRole('dialog', { name: 'Việc làm được với tin này' });
  const button = menu.getByRole('button', { name: action, exact: true });
  await press(said(page, text).getByRole('button', { name: /Việc làm được/ }), (options) =>
    button.waitFor(options),
  );
  await button.click();
}
