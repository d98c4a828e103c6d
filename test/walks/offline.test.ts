// The app without a network: it opens, reads, takes words and sends them when the network is back.
import { expect, test } from 'vitest';
import type { Page, WebSocketRoute } from 'playwright-core';
import { useWard } from '../support/browser.ts';
import { composer, openChannel, said, say } from '../support/channel-page.ts';
import { isReady } from '../support/kept-on.ts';

const ward = useWard();

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
  await expect.poll(() => composer(again).inputValue()).toBe('Chưa viết xong');
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

test('what the hub did not answer when the connection came back is asked again while it stands', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13' });
  const wires: { page: WebSocketRoute; hub: WebSocketRoute }[] = [];
  let isBack = false;
  let refusals = 0;
  /** Those whose answer is on its way, and how many came. */
  const asking = new Set<string>();
  let answers = 0;
  await lan.routeWebSocket(/\/socket\.io\//, (wire) => {
    const hub = wire.connectToServer();
    wires.push({ page: wire, hub });
    // Deaf to all that the hub tells by itself: what was missed comes by asking alone.
    hub.onMessage((told) => {
      if (String(told).startsWith('42')) return;
      const [, answered] = /^43(\d+)/.exec(String(told)) ?? [];
      if (answered !== undefined && asking.delete(answered)) answers += 1;
      wire.send(told);
    });
    wire.onMessage((said) => {
      const [, asks] = /^42(\d+)\["sync"/.exec(String(said)) ?? [];
      if (asks !== undefined) asking.add(asks);
      if (asks === undefined || !isBack || refusals > 0) return hub.send(said);
      refusals += 1;
      wire.send(`43${asks}[{"error":{"code":"unavailable"}}]`);
    });
  });
  await channelOf(lan);
  await channelOf(head);
  asking.clear();
  answers = 0;
  await lan.reload();
  await lan.getByRole('log').getByRole('article').last().waitFor();
  // Said before that, it would come with what is asked for at first.
  await expect.poll(() => answers).toBeGreaterThan(0);
  await say(head, 'Nói khi máy chủ đang bận');

  let isBusy = true;
  let asked = 0;
  await lan.route('**/api/groups', (route) => {
    asked += 1;
    return isBusy
      ? route.fulfill({ status: 503, json: { error: { code: 'unavailable' } } })
      : route.continue();
  });
  isBack = true;
  await Promise.all(wires.splice(0).flatMap(({ page, hub }) => [page.close(), hub.close()]));
  // The network is there; and whoever waits learns what for.
  await lan.getByText('Máy chủ đang bận').waitFor();
  isBusy = false;
  await lan.getByText('Máy chủ đang bận').waitFor({ state: 'hidden' });
  await said(lan, 'Nói khi máy chủ đang bận').waitFor();
  expect({ refusals, isAskedAgain: asked > 1 }).toEqual({ refusals: 1, isAskedAgain: true });
});

test('a window that was without a network for a moment knows when it is back, though its line never broke', async () => {
  // By this name the line is not cut when the browser says that the network is gone; on a phone that says so late it is the same.
  const baseURL = ward.server.url.replace('127.0.0.1', 'localhost');
  const lan = await ward.visit({ options: { baseURL } });
  const given = { data: { key: 'resident13' }, headers: { origin: baseURL } };
  expect((await lan.context().request.post('/api/demo/session', given)).ok()).toBe(true);
  await channelOf(lan);
  const banner = lan.getByText('Mất mạng. Tin sẽ tự gửi khi có mạng.');
  await lan.context().setOffline(true);
  await banner.waitFor();
  await lan.context().setOffline(false);
  await banner.waitFor({ state: 'hidden', timeout: 15_000 });
});

test('what one window sends takes nothing of what another has begun', async () => {
  const first = await ward.visit({ as: 'resident13' });
  const address = await channelOf(first);
  const second = await first.context().newPage();
  await second.goto(address);
  await second.getByRole('log').waitFor();
  await composer(second).fill('Còn đang viết dở');
  await say(first, 'Gửi từ cửa sổ kia');
  await second.reload();
  await expect.poll(() => composer(second).inputValue()).toBe('Còn đang viết dở');
});

test('a desk that could not be read does not say that nothing waits', async () => {
  const moderator = await ward.visit({ as: 'moderator' });
  let isBusy = true;
  await moderator.route('**/api/cases?**', (route) =>
    isBusy ? route.fulfill({ status: 503, json: { error: { code: 'unavailable' } } }) : route.continue(),
  );
  await moderator.goto('/app/desk');
  const main = moderator.getByRole('main');
  await main.getByRole('button', { name: 'Thử lại' }).waitFor();
  expect(await main.getByText('Không còn báo cáo nào chờ').count()).toBe(0);
  isBusy = false;
  await main.locator('a[href^="/app/cases/"]').first().waitFor();
  await main.getByRole('button', { name: 'Thử lại' }).waitFor({ state: 'hidden' });
});

test('what a page could not read it reads by itself once the hub can, with no hand on the button', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  let isBusy = true;
  let refusals = 0;
  await lan.route('**/api/sessions', (route) => {
    if (!isBusy) return route.continue();
    refusals += 1;
    return route.fulfill({ status: 503, json: { error: { code: 'unavailable' } } });
  });
  await lan.goto('/app/me');
  const sessions = lan.getByRole('region', { name: 'Máy đang đăng nhập' });
  await sessions.getByRole('button', { name: 'Thử lại' }).waitFor();
  // Again and again, and what it says stays readable meanwhile.
  await expect.poll(() => refusals).toBeGreaterThan(2);
  expect(await sessions.getByRole('button', { name: 'Thử lại' }).isVisible()).toBe(true);
  isBusy = false;
  await sessions.getByText('Máy này').waitFor();
});
