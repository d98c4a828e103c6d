// What the app opens with while it is still coming: a picture of the page as it stood last, which nobody can press, and which goes with
// whatever it shows.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useWard } from '../support/browser.ts';
import { choose, composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';

const ward = useWard();

async function channelOf(page: Page): Promise<string> {
  await openChannel(page, 'Tổ dân phố 13');
  return new URL(page.url()).pathname;
}

/** What the pictures on this device show, all together. */
const pictures = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('still-'));
    const all = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name);
        const answers = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
        return Promise.all(answers.map((answer) => answer!.text()));
      }),
    );
    return all.flat().join('\n');
  });

const untilPictured = (page: Page, words: string) =>
  expect.poll(() => pictures(page), { timeout: 20_000 }).toContain(words);

interface Seen {
  inPicture: boolean;
  inPage: boolean;
  elements: number;
}

/** Runs in the page before anything else of it: where the words stand, from frame to frame, as long as it changes. */
function watchFrames(words: string): void {
  const seen: Seen[] = [];
  Object.assign(globalThis, { seen });
  const isIn = (root: Element | null) => root?.textContent.includes(words) === true;
  const look = () => {
    const still = document.querySelector('#still');
    const log = document.querySelector('[role=log][aria-busy=false]:not(#still *)');
    const now = {
      inPicture: isIn(still),
      inPage: isIn(log),
      elements: still?.querySelectorAll('.prose b, .prose img, .prose script').length ?? 0,
    };
    if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

test('the words are there from the first moment until the page itself has them, as the text that they are', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const address = await channelOf(lan);
  await lan.evaluate(async () => void (await navigator.serviceWorker.ready));
  const words =
    'Cuối cùng: <b>đậm</b><img src=x onerror=alert(1)> </div></textarea><script>alert(2)</script>';
  await toNewest(lan);
  await say(lan, words);
  await said(lan, 'Cuối cùng').getByText('Đã gửi').waitFor();
  await lan.goto(address);
  await untilPictured(lan, 'Cuối cùng');

  for (const isOffline of [false, true]) {
    await lan.context().setOffline(isOffline);
    const again = await lan.context().newPage();
    await again.addInitScript(watchFrames, 'Cuối cùng');
    await again.goto(address);
    await said(again, 'Cuối cùng').waitFor();
    await composer(again).fill('Viết được rồi');
    await composer(again).fill('');
    const frames = await again.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen);
    const first = frames.findIndex(({ inPicture }) => inPicture);
    expect(first, JSON.stringify(frames)).toBeGreaterThanOrEqual(0);
    expect(
      frames.slice(first).every(({ inPicture, inPage }) => inPicture || inPage),
      JSON.stringify(frames),
    ).toBe(true);
    expect(frames.every(({ elements }) => elements === 0)).toBe(true);
    expect(frames.at(-1)).toMatchObject({ inPicture: false, inPage: true });
    await again.close();
  }
});

test('what was taken back is in no picture, and in none is anything once somebody has signed out', async () => {
  const head = await ward.visit({ as: 'head13' });
  const address = await channelOf(head);
  const lan = await ward.visit({ as: 'resident13', at: address });
  const answer = await head.context().request.post(`/api${address.replace('/app', '')}/messages`, {
    data: { clientId: randomUUID(), text: 'Câu này sẽ được thu hồi' },
    headers: { origin: ward.server.url },
  });
  expect(answer.ok()).toBe(true);
  await toNewest(lan);
  await said(lan, 'Câu này sẽ được thu hồi').waitFor();
  await lan.evaluate(async () => void (await navigator.serviceWorker.ready));
  await untilPictured(lan, 'Câu này sẽ được thu hồi');
  // Also where it is not the page that is open.
  await lan.locator('.conversation a[href="/app/groups"]').click();
  await lan.waitForURL('**/app/groups');

  await toNewest(head);
  await choose(head, 'Câu này sẽ được thu hồi', 'Thu hồi');
  await head.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await expect.poll(() => pictures(lan), { timeout: 20_000 }).not.toContain('Câu này sẽ được thu hồi');

  await untilPictured(lan, 'Tổ dân phố 13');
  await lan.goto('/app/me');
  await lan.getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await lan.getByRole('dialog').getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await lan.waitForURL((url) => !url.pathname.startsWith('/app'));
  await expect.poll(() => pictures(lan)).toBe('');
});
