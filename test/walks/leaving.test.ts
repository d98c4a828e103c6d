// What leaves a device: all that was read, with its reader or with the end of their session; what others take back; and a place that
// one belongs to no more.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Me } from '../../shared/identity.ts';
import { attach, picture, send } from '../support/attaching.ts';
import { useWard } from '../support/browser.ts';
import { choose, composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { isReady, keptOn, nothingRead } from '../support/kept-on.ts';

const ward = useWard();
const GROUP = 'Tổ dân phố 13';

async function channelOf(page: Page): Promise<string> {
  await openChannel(page, GROUP);
  return new URL(page.url()).pathname;
}

async function sendPhoto(page: Page, text: string): Promise<void> {
  await attach(page, 'Gửi ảnh', [{ name: 'mot.jpg', mimeType: 'image/jpeg', buffer: await picture('#a33') }]);
  await page.getByRole('list', { name: 'Gửi kèm' }).getByRole('img', { name: 'mot.jpg' }).waitFor();
  await composer(page).fill(text);
  await send(page);
  await said(page, text).getByText('Đã gửi').waitFor();
}

/** Holds up what is being read; gives what tells whether it was asked for, and what lets it come and waits until it has. */
async function holdUp(page: Page, path: string) {
  let asked = 0;
  let letCome = () => {};
  const mayCome = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    asked += 1;
    await mayCome;
    await route.fulfill({ response });
  });
  const come = async () => {
    const came = page.waitForEvent('requestfinished', (request) => request.url().endsWith(path));
    letCome();
    await came;
  };
  return { asked: () => asked, come };
}

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
  const { come } = await holdUp(lan, '/api/notices');
  await lan.goto('/app/me');
  // Everything is forgotten, and the window still stands: now the answer comes.
  await lan.route('**/sign-in', async (route) => {
    await come();
    await route.continue();
  });
  await lan.getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await lan.getByRole('dialog').getByRole('button', { name: 'Đăng xuất khỏi máy này' }).click();
  await lan.waitForURL(/\/sign-in$/);
  expect(
    await lan.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('dinh.'))),
  ).toEqual([]);
});

test('a session that is ended from another device leaves nothing that was read, or was still being read', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const address = await channelOf(lan);
  await isReady(lan, address);
  const { asked, come } = await holdUp(lan, '/api/notices');
  await lan.reload();
  await said(lan, 'Chào cả tổ buổi sáng').waitFor();
  await expect.poll(asked).toBeGreaterThan(0);

  const { request } = (await ward.visit({ as: 'resident13', at: '/app/me' })).context();
  const sessions = (await (await request.get('/api/sessions')).json()) as {
    id: string;
    isCurrent: boolean;
  }[];
  for (const { id, isCurrent } of sessions)
    if (!isCurrent) await request.delete(`/api/sessions/${id}`, { headers: { origin: ward.server.url } });
  await lan.waitForURL(/\/sign-in\?/);
  await lan.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  await come();
  // Whatever is asked for now is answered when that has been taken in.
  await lan.evaluate(() => fetch('/healthz'));
  await expect.poll(() => keptOn(lan)).toEqual(nothingRead);
});

test('a picture leaves with its message: taken back before one’s eyes, elsewhere, or while the app was closed', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13' });
  await Promise.all([openChannel(lan, GROUP), openChannel(head, GROUP)]);
  const texts = ['Ảnh thứ nhất', 'Ảnh thứ hai', 'Ảnh thứ ba', 'Ảnh ở lại'];
  for (const text of texts) {
    await sendPhoto(lan, text);
    await toNewest(head);
    await said(head, text)
      .getByRole('button', { name: /xem lớn/ })
      .waitFor();
  }
  const kept = async () => (await keptOn(head)).pictures.length;
  await expect.poll(kept).toBe(4);
  const takeBack = async (text: string) => {
    await choose(lan, text, 'Thu hồi');
    await lan
      .getByRole('dialog', { name: 'Thu hồi tin này?' })
      .getByRole('button', { name: 'Thu hồi' })
      .click();
  };

  await takeBack(texts[0]!);
  await expect.poll(kept).toBe(3);
  await head.goto('/app');
  await head.getByRole('heading', { level: 1 }).waitFor();
  await takeBack(texts[1]!);
  await expect.poll(kept).toBe(2);
  await head.goto('about:blank');
  await takeBack(texts[2]!);
  // Nobody opens the conversation: that it has changed is seen from afar.
  await head.goto('/app');
  await expect.poll(kept).toBe(1);
});

test('whoever belongs to a group no more keeps neither its words nor its pictures', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13' });
  const address = await channelOf(lan);
  await openChannel(head, GROUP);
  await sendPhoto(head, 'Ảnh của tổ');
  await toNewest(lan);
  await said(lan, 'Ảnh của tổ')
    .getByRole('button', { name: /xem lớn/ })
    .waitFor();
  await isReady(lan, address);
  await expect.poll(async () => (await keptOn(lan)).pictures.length).toBeGreaterThan(0);
  const channelId = address.split('/').at(-1)!;
  const others = (await keptOn(lan)).channels.filter((id) => id !== channelId);
  expect(others.length).toBeGreaterThan(0);

  const { request } = lan.context();
  const { memberships } = (await (await request.get('/api/me')).json()) as Me;
  const { id } = memberships.find(({ group }) => group.name === GROUP)!;
  const left = await request.post(`/api/memberships/${id}/leave`, { headers: { origin: ward.server.url } });
  expect(left.ok()).toBe(true);
  await expect
    .poll(async () => {
      const { channels, pictures } = await keptOn(lan);
      return { channels, pictures };
    })
    .toEqual({ channels: others, pictures: [] });
});
