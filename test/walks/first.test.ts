// The first sight of a channel: readable before there is an app, and true to what was said meanwhile when it is opened from this device.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useWard } from '../support/browser.ts';
import { choose, composer, openChannel, said, toNewest } from '../support/channel-page.ts';

const ward = useWard();
const GROUP = 'Tổ dân phố 13';

async function channelOf(page: Page): Promise<string> {
  await openChannel(page, GROUP);
  return new URL(page.url()).pathname;
}

async function sayThere(page: Page, address: string, text: string): Promise<void> {
  const answer = await page.context().request.post(`/api${address.replace('/app', '')}/messages`, {
    data: { clientId: randomUUID(), text },
    headers: { origin: ward.server.url },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const untilRead = (page: Page, address: string) =>
  expect
    .poll(async () => {
      const answer = await page.context().request.get(`/api${address.replace('/app', '')}`);
      return ((await answer.json()) as { unread: number }).unread;
    })
    .toBe(0);

test('what the server rendered stays where it is when the app takes over', async () => {
  const address = await channelOf(await ward.visit({ as: 'resident13' }));
  for (const on of ['phone', 'desktop'] as const)
    for (const size of ['100', '200']) {
      const placesOf = async (javaScriptEnabled: boolean) => {
        const page = await ward.visit({
          as: 'resident13',
          on,
          at: '/robots.txt',
          options: { javaScriptEnabled },
        });
        await page.context().addCookies([{ name: 'size', value: size, url: ward.server.url }]);
        await page.goto(address);
        if (javaScriptEnabled) await page.getByRole('log').waitFor();
        const places = async () => {
          const parts = [
            page.getByRole('heading', { level: 1 }),
            page.locator('article').last(),
            composer(page),
          ];
          const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
          return boxes.flatMap((box) => (box ? [box.x, box.y, box.width, box.height] : [NaN]));
        };
        return { page, places };
      };
      const still = await placesOf(false);
      const alive = await placesOf(true);
      const rendered = await still.places();
      // A heavier font comes with the app, and is a hair narrower.
      const farthest = async () =>
        Math.max(...(await alive.places()).map((one, index) => Math.abs(one - rendered[index]!)));
      await expect.poll(farthest, { message: `${on} at ${size} %` }).toBeLessThan(8);
      await Promise.all([still, alive].map(({ page }) => page.context().close()));
    }
});

test('without a script the words are there from the first unread on, for those who may read them alone', async () => {
  const head = await ward.visit({ as: 'head13' });
  const address = await channelOf(head);
  const options = { javaScriptEnabled: false };
  const lan = await ward.visit({ as: 'resident13', at: '/robots.txt', options });
  for (let said = 1; said <= 12; said += 1) await sayThere(head, address, `Tin mới thứ ${said} của tổ`);

  const answer = await lan.goto(address);
  expect(answer!.headers()['cache-control']).toBe('private, no-store');
  await lan.getByText('Tin chưa đọc').waitFor();
  const top = await lan.getByText('Tin chưa đọc').boundingBox();
  expect(top!.y).toBeLessThan(400);
  await lan.locator('article .prose').first().waitFor();
  // The kept look of the app is nobody's: every address of it but this has no words of people.
  expect(await (await lan.context().request.get('/app')).text()).not.toContain('Tin mới thứ');

  const other = await ward.visit({ as: 'resident12', at: '/robots.txt', options });
  const refused = await other.goto(address);
  expect(refused!.status()).toBe(404);
  await expect.poll(() => other.content()).not.toContain('Tin mới thứ');
  const stranger = await ward.visit({ at: '/robots.txt', options });
  await stranger.goto(address);
  expect(new URL(stranger.url()).pathname).toBe('/sign-in');
});

test('what is written before the app is there is kept, and the words can be pressed once it is', async () => {
  const finder = await ward.visit({ as: 'resident13' });
  const address = await channelOf(finder);
  const lan = await ward.visit({ as: 'resident13', at: '/robots.txt', options: { serviceWorkers: 'block' } });
  let letIn = () => {};
  const allowed = new Promise<void>((resolve) => (letIn = resolve));
  await lan.route('**/_app/immutable/entry/**', async (route) => {
    await allowed;
    await route.continue();
  });
  await lan.goto(address, { waitUntil: 'commit' });
  // Not yet in a log: that comes with the app.
  await lan.getByText('Tin mới thứ 5 của tổ').waitFor();
  await composer(lan).fill('Viết khi ứng dụng chưa tới');
  letIn();
  await choose(lan, 'Tin mới thứ 5 của tổ', 'Trả lời');
  await expect.poll(() => composer(lan).inputValue()).toBe('Viết khi ứng dụng chưa tới');
  await lan.getByRole('button', { name: 'Gửi', exact: true }).click();
  await said(lan, 'Viết khi ứng dụng chưa tới').getByText('Đã gửi').waitFor();
});

test('opened from this device it shows what was read last, and then begins where something new was said', async () => {
  const head = await ward.visit({ as: 'head13' });
  const address = await channelOf(head);
  const lan = await ward.visit({ as: 'resident13', at: address });
  const last = 'Câu cuối mà Lan đã đọc';
  await sayThere(head, address, last);
  await toNewest(lan);
  await said(lan, last).waitFor();
  await lan.evaluate(async () => void (await navigator.serviceWorker.ready));
  await lan.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const context = lan.context();
  await untilRead(lan, address);
  await lan.close();
  for (let more = 1; more <= 12; more += 1)
    await sayThere(head, address, `Mới ${more}: bà con nhớ mang giấy tờ`);

  const again = await context.newPage();
  await again.goto(address);
  await said(again, last).waitFor();
  await again.getByText('Tin chưa đọc').waitFor();
  await said(again, 'Mới 1:').waitFor();
  await expect
    .poll(() => said(again, 'Mới 1:').evaluate((row) => row.getBoundingClientRect().top))
    .toBeLessThan(500);
});

test('what was read is not unread when the app is opened again, also without a network', async () => {
  const head = await ward.visit({ as: 'head13' });
  const address = await channelOf(head);
  const lan = await ward.visit({ as: 'resident13', at: address });
  await sayThere(head, address, 'Chỉ một tin nữa thôi');
  await toNewest(lan);
  await said(lan, 'Chỉ một tin nữa thôi').waitFor();
  await lan.evaluate(async () => void (await navigator.serviceWorker.ready));
  const row = (page: Page) => page.getByRole('main').locator(`a[href="${address}"]`);
  await lan.goto('/app/groups');
  await row(lan).waitFor();
  await sayThere(head, address, 'Tin này chưa ai đọc');
  await row(lan).getByText('1 tin chưa đọc').waitFor();
  await row(lan).click();
  await toNewest(lan);
  await said(lan, 'Tin này chưa ai đọc').waitFor();
  await untilRead(lan, address);
  await lan.goto('/robots.txt');

  await lan.context().setOffline(true);
  await lan.goto('/app/groups');
  await row(lan).waitFor();
  await expect.poll(() => row(lan).getByText('chưa đọc').count()).toBe(0);
});
