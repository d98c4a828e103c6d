// The app without a network: it opens, reads, takes words and sends them when the network is back.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useWard } from '../support/browser.ts';
import { composer, openChannel, said, say } from '../support/channel-page.ts';

const ward = useWard();

/** Until the app could open here without a network: the worker has its parts, the keeper what there is to read. */
async function isReady(page: Page, channelAddress: string): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const channelId = channelAddress.split('/').at(-1)!;
  await expect
    .poll(() => page.evaluate(keptOf, channelId), { timeout: 25_000 })
    .toEqual({ page: true, questions: true });
}

/** Runs in the browser. */
function keptOf(channelId: string): Promise<{ page: boolean; questions: boolean }> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dinh');
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(['pages', 'answers']);
      const pages = transaction.objectStore('pages').getAllKeys();
      const answers = transaction.objectStore('answers').getAllKeys();
      const mine = transaction.objectStore('answers').getAll();
      transaction.oncomplete = () => {
        database.close();
        const second = (keys: IDBValidKey[]) => (keys as [string, string][]).map(([, name]) => name);
        const names = second(answers.result);
        const list = (mine.result[names.indexOf('threads mine')] ?? []) as { id: string }[];
        resolve({
          page: second(pages.result).includes(channelId),
          questions: list.length > 0 && list.every(({ id }) => names.includes(`thread ${id}`)),
        });
      };
    };
  });
}

async function channelOf(page: Page): Promise<string> {
  await openChannel(page, 'Tổ dân phố 13');
  return new URL(page.url()).pathname;
}

test('opens cold without a network: channels that were never opened, notices, my questions', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const address = await (async () => {
    const other = await ward.visit({ as: 'resident13' });
    const found = await channelOf(other);
    await other.context().close();
    return found;
  })();
  await isReady(lan, address);
  await lan.context().setOffline(true);

  await lan.goto('/app');
  await lan.getByRole('heading', { name: 'Chào bác Lan' }).waitFor();
  await lan.getByText('Mất mạng').first().waitFor();
  await lan.goto(address);
  await said(lan, 'Chào cả tổ buổi sáng').waitFor();
  await lan.goto('/app/notices');
  await lan
    .getByRole('link', { name: /Rà soát hộ nghèo/ })
    .first()
    .waitFor();
  await lan.goto('/app/questions');
  const question = lan.getByRole('main').locator('a[href^="/app/questions/0"]').first();
  await question.click();
  await lan.getByText('Trả lời chính thức').first().waitFor();
});

test('words written without a network outlive the window, and go out once and in order', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  const address = await channelOf(lan);
  await channelOf(head);
  await isReady(lan, address);
  const context = lan.context();
  await context.setOffline(true);
  for (const text of ['Một, viết trong hầm', 'Hai, viết trong hầm']) {
    await composer(lan).fill(text);
    await lan.getByRole('button', { name: 'Gửi', exact: true }).click();
    await said(lan, text).getByText('Chờ mạng').waitFor();
  }
  await composer(lan).fill('Chưa viết xong');
  await lan.close();

  const again = await context.newPage();
  await again.goto(address);
  await said(again, 'Hai, viết trong hầm').getByText('Chờ mạng').waitFor();
  expect(await composer(again).inputValue()).toBe('Chưa viết xong');
  await context.setOffline(false);
  await said(again, 'Hai, viết trong hầm').getByText('Đã gửi').waitFor({ timeout: 30_000 });
  await said(head, 'Hai, viết trong hầm').waitFor();
  for (const page of [again, head]) {
    const texts = (await page.getByRole('log').locator('.prose').allInnerTexts()).filter((text) =>
      text.endsWith('viết trong hầm'),
    );
    expect(texts).toEqual(['Một, viết trong hầm', 'Hai, viết trong hầm']);
  }
});

test('with the window closed, the browser sends what waits by itself', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  const address = await channelOf(lan);
  await channelOf(head);
  await isReady(lan, address);
  const context = lan.context();
  await context.setOffline(true);
  await composer(lan).fill('Gửi khi cửa sổ đã đóng');
  await lan.getByRole('button', { name: 'Gửi', exact: true }).click();
  await said(lan, 'Gửi khi cửa sổ đã đóng').getByText('Chờ mạng').waitFor();

  // A public page holds no socket; from there the browser is told, as it tells itself when the network is back.
  await lan.goto('about:blank');
  await context.setOffline(false);
  await lan.goto('/c/song-cau');
  const devtools = await context.newCDPSession(lan);
  const registration = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.dispatchSyncEvent', {
    origin: ward.server.url,
    registrationId: await registration,
    tag: 'outbox',
    lastChance: false,
  });
  await said(head, 'Gửi khi cửa sổ đã đóng').waitFor();
  const waiting = await lan.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('dinh');
        opening.onsuccess = () => {
          const count = opening.result.transaction('outbox').objectStore('outbox').count();
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
  );
  expect(waiting).toBe(0);
});

test('two windows of one person share what waits: each word once, in the order of writing', async () => {
  const first = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  const address = await channelOf(first);
  await channelOf(head);
  const context = first.context();
  const second = await context.newPage();
  await second.goto(address);
  await second.getByRole('log').waitFor();
  await isReady(first, address);
  await context.setOffline(true);
  const texts = ['cửa sổ này 1', 'cửa sổ kia 2', 'cửa sổ này 3', 'cửa sổ kia 4'];
  for (const [index, text] of texts.entries()) {
    const page = index % 2 === 0 ? first : second;
    await composer(page).fill(text);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await said(page, text).waitFor();
    // What waits is seen in both.
    await said(index % 2 === 0 ? second : first, text).waitFor();
  }
  await context.setOffline(false);
  await said(head, texts.at(-1)!).waitFor({ timeout: 30_000 });
  for (const page of [first, second, head]) {
    await expect
      .poll(async () =>
        (await page.getByRole('log').locator('.prose').allInnerTexts()).filter((text) =>
          texts.includes(text),
        ),
      )
      .toEqual(texts);
    await expect.poll(() => page.getByText('Chờ mạng').count()).toBe(0);
  }
});

test('signing out leaves nothing of the person on the device', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const address = await channelOf(lan);
  await say(lan, 'Lời của Lan trước khi ra');
  await composer(lan).fill('Nháp của Lan');
  await isReady(lan, address);
  await lan.goto('/app/me');
  await lan.getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await lan.getByRole('dialog').getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await lan.waitForURL(({ pathname, search }) => pathname === '/sign-in' && search === '');
  await lan.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  const left = await lan.evaluate(async () => {
    const kept: string[] = Object.entries(localStorage).map(([key, value]) => `${key} ${value}`);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = await (await cache.match(request))!.text();
        if (/(Lời|Nháp) của Lan|912000001/.test(text)) kept.push(request.url);
      }
    }
    const databases = await indexedDB.databases();
    return { kept: kept.filter((one) => one.includes('dinh') || one.includes('http')), databases };
  });
  expect(left).toEqual({ kept: [], databases: [] });
});

test('what was still being read when somebody signs out is not written down after that', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await lan.getByRole('heading', { level: 1 }).waitFor();
  let letCome = () => {};
  const mayCome = new Promise<void>((resolve) => (letCome = resolve));
  await lan.route('**/api/notices', async (route) => {
    const response = await route.fetch();
    await mayCome;
    await route.fulfill({ response });
  });
  await lan.goto('/app/me');
  // Everything is forgotten, and the window still stands: now the answer comes.
  await lan.route('**/sign-in', async (route) => {
    const came = lan.waitForEvent('requestfinished', (request) => request.url().endsWith('/api/notices'));
    letCome();
    await came;
    await route.continue();
  });
  await lan.getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await lan.getByRole('dialog').getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await lan.waitForURL(/\/sign-in$/);
  expect(
    await lan.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('dinh.'))),
  ).toEqual([]);
});
