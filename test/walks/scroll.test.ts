// What a first visit costs, and that history does not move what a finger is on, in a real browser.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useWard } from '../support/browser.ts';
import { openChannel, said, toNewest } from '../support/channel-page.ts';

const ward = useWard();
const GROUP = 'Tổ dân phố 13';
/** Each visitor's first: nothing is kept, and no worker loads the rest of the app meanwhile. */
const options = { serviceWorkers: 'block' as const };

/** The bytes that come until the network rests. */
async function bytesOf(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) =>
    sizes.push(
      request
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    ),
  );
  await page.goto(address, { waitUntil: 'networkidle' });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('a first visit, with its font, is at most 250 kB: on the commune’s page and in a channel', async () => {
  const stranger = await ward.visit({ at: '/robots.txt', options });
  expect(await bytesOf(stranger, '/c/song-cau')).toBeLessThan(250_000);
  await expect.poll(() => stranger.getByRole('heading', { level: 1 }).count()).toBe(1);

  const finder = await ward.visit({ as: 'resident13' });
  await openChannel(finder, GROUP);
  const resident = await ward.visit({ as: 'resident13', at: '/robots.txt', options });
  expect(await bytesOf(resident, new URL(finder.url()).pathname)).toBeLessThan(250_000);
  await expect.poll(() => resident.getByRole('log').getByRole('article').count()).toBeGreaterThan(3);
});

/** Says that much in the channel that is open, and gives its address. */
async function sayMuch(page: Page, count: number): Promise<string> {
  const { pathname } = new URL(page.url());
  for (let sent = 0; sent < count; sent += 1) {
    const text = `Tin ${sent} ${'có lúc dài có lúc ngắn '.repeat(sent % 7)}`;
    const answer = await page.context().request.post(`/api${pathname.replace('/app', '')}/messages`, {
      data: { clientId: randomUUID(), text },
      headers: { origin: ward.server.url },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  return pathname;
}

test('who reads in what the phone kept is not led away from it when the network answers', async () => {
  const page = await ward.visit({ as: 'head13' });
  await openChannel(page, GROUP);
  await toNewest(page);
  const channel = await sayMuch(page, 60);
  await said(page, 'Tin 59').waitFor();
  await page.goBack(); // within the app: what was open is kept
  await page.getByRole('log').waitFor({ state: 'hidden' });
  await page.evaluate(() => navigator.serviceWorker.ready);

  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/groups', async (route) => {
    await isAnswered;
    await route.continue();
  });
  await page.goto(channel);
  const log = page.getByRole('log');
  await said(page, 'Tin 59').waitFor();
  await rest(log);
  await log.evaluate(scrollTo, 1_000);
  await expect.poll(() => page.evaluate(watchMiddleRow)).toBe(true);
  const isRead = page.waitForResponse('**/api/groups');
  answer();
  await isRead;
  await page.getByText('Tin lưu trên máy.').waitFor({ state: 'hidden' });
  await steady(page);
  // And it goes on: what is older comes.
  await log.evaluate(scrollTo, 0);
  await expect.poll(() => log.evaluate((element) => element.scrollTop)).toBeGreaterThan(500);
});

test('older messages that come do not move the one under the finger', async () => {
  const page = await ward.visit({ as: 'head13' });
  await openChannel(page, GROUP);
  await sayMuch(page, 160);
  await page.reload();
  await toNewest(page);
  // The list stands, and nothing is under way that would open the conversation anew.
  await page.locator('[role=log][aria-live=polite]').waitFor();
  // As on a phone far from the server: the finger rests while they are on their way.
  await page.route('**/api/channels/*/messages?**', async (route) => {
    await delay(300);
    await route.continue();
  });

  const log = page.getByRole('log');
  const seqs = () =>
    log
      .locator('[data-seq]')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.seq)));
  for (let round = 0; round < 2; round += 1) {
    await rest(log);
    const height = await log.evaluate(scrollTo, 250);
    await expect.poll(async () => (await seqs()).length).toBeGreaterThan(3);
    await expect.poll(() => page.evaluate(watchMiddleRow)).toBe(true);
    await expect.poll(() => log.evaluate((element) => element.scrollHeight)).toBeGreaterThan(height + 500);
    await steady(page);
  }
});

/** The list stands: a hand comes after the eye. */
async function rest(log: Locator): Promise<void> {
  const top = () => log.evaluate((element) => element.scrollTop);
  for (let before = -1, now = await top(); now !== before; [before, now] = [now, await top()])
    await delay(200);
}

/** Runs in the page: a hand leads the list there. Gives its height. */
function scrollTo(element: HTMLElement, top: number): number {
  element.dispatchEvent(new Event('touchmove', { bubbles: true }));
  element.scrollTop = top;
  return element.scrollHeight;
}

/** Pixels: guessed heights are put right in fractions of them. */
const MOST_MOVED = 2;

/** The row that is watched stayed where it was, also in the frames after, in which guessed heights are measured. */
async function steady(page: Page): Promise<void> {
  const painted = () => page.evaluate(() => (globalThis as unknown as { tops: number[] }).tops);
  const seen = (await painted()).length;
  await expect.poll(async () => (await painted()).length).toBeGreaterThan(seen + 10);
  const tops = await painted();
  expect(Math.max(...tops) - Math.min(...tops), tops.join(' ')).toBeLessThanOrEqual(MOST_MOVED);
}

/** Runs in the page: where the row in the middle of the list stands, as it was painted, frame by frame. False where none is there yet. */
function watchMiddleRow(): boolean {
  const log = document.querySelector('[role=log]')!.getBoundingClientRect();
  const middle = log.top + log.height / 2;
  const row = [...document.querySelectorAll<HTMLElement>('[data-seq]')].find((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top <= middle && middle < bottom;
  });
  if (!row) return false;
  const tops: number[] = [];
  Object.assign(globalThis, { tops });
  const frame = () =>
    requestAnimationFrame(() => {
      // After the frame: within it the list still puts right what it has just measured.
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        const painted = document.querySelector(`[data-seq="${row.dataset.seq}"]`);
        tops.push(painted?.getBoundingClientRect().top ?? Number.NaN);
        if (Reflect.get(globalThis, 'tops') === tops) frame();
      };
      after.port2.postMessage(null);
    });
  frame();
  return true;
}
