// The app on the home screen: what the browser reads of it, when it offers itself, and that a newer version costs no draft.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { choose, composer, openChannel, press, said, say } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();

interface Manifest {
  name: string;
  short_name: string;
  lang: string;
  start_url: string;
  display: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
  shortcuts: { url: string }[];
}

const bar = (page: Page) => page.getByRole('region', { name: 'Đưa Đình ra màn hình chính' });

/** As Chromium does where it finds the app worth installing, which it never does in a test. */
const offer = (page: Page, outcome: 'accepted' | 'dismissed') =>
  page.evaluate((answer) => {
    const prompt = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        document.body.dataset.prompted = 'yes';
        return Promise.resolve({ outcome: answer });
      },
    });
    return !dispatchEvent(prompt);
  }, outcome);

/** As if the visits so far had been this many days earlier. */
const passDays = (page: Page, days: number) =>
  page.evaluate((passed) => {
    const memory = JSON.parse(localStorage.getItem('install')!) as Record<string, number>;
    for (const name of ['lastVisitAt', 'silentUntil'])
      memory[name] = (memory[name] ?? 0) - passed * 86_400_000;
    localStorage.setItem('install', JSON.stringify(memory));
  }, days);

test('the manifest names the app in Vietnamese, and its icons are what it says', async () => {
  const page = await ward.visit({ at: '/c/song-cau' });
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await page.context().request.get(address!);
  expect(answer.headers()['content-type']).toContain('manifest+json');
  const manifest = (await answer.json()) as Manifest;
  expect(manifest).toMatchObject({
    short_name: 'Đình',
    lang: 'vi',
    start_url: '/app',
    display: 'standalone',
  });
  const purposes = new Set(manifest.icons.map(({ purpose }) => purpose));
  expect(purposes).toEqual(new Set(['any', 'maskable']));
  const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
  const icons = [...manifest.icons, { src: touch!, sizes: '180x180', type: 'image/png' }];
  for (const { src, sizes, type } of icons) {
    const measured = await page.evaluate(async (one) => {
      const image = new Image();
      image.src = one;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (type === 'image/png') expect(measured, src).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) expect(url).toMatch(/^\/app\//);
});

test('nothing is offered on the first visit; after a message it is, and a no holds for 90 days', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await lan.getByRole('heading', { level: 1 }).waitFor();
  expect(await offer(lan, 'accepted')).toBe(true);
  await openChannel(lan, 'Tổ dân phố 13');
  await offer(lan, 'accepted');
  await say(lan, 'Chào cả tổ');
  await expect.poll(() => bar(lan).isVisible()).toBe(false);
  await lan.getByRole('link', { name: 'Về danh sách nhóm' }).click();
  await bar(lan).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await lan.emulateMedia({ colorScheme });
    expect(await seriousFaults(lan)).toEqual([]);
  }
  await lan.evaluate(() => (document.documentElement.dataset.size = '200'));
  expect(await seriousFaults(lan)).toEqual([]);
  await expect.poll(() => lan.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await bar(lan).getByRole('button', { name: 'Để sau' }).click();
  await bar(lan).waitFor({ state: 'hidden' });

  const comeBack = async (days: number) => {
    await passDays(lan, days);
    await lan.reload();
    await lan.getByRole('heading', { level: 1 }).waitFor();
    await offer(lan, 'accepted');
  };
  await comeBack(80);
  await expect.poll(() => bar(lan).count()).toBe(0);
  await comeBack(11);
  await bar(lan).getByRole('button', { name: 'Cài đặt' }).click();
  await bar(lan).waitFor({ state: 'hidden' });
  await expect.poll(() => lan.evaluate(() => document.body.dataset.prompted)).toBe('yes');
});

test('on the second visit it is offered; who then says no to the browser is asked no more', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await lan.getByRole('heading', { level: 1 }).waitFor();
  await passDays(lan, 1);
  await lan.reload();
  await lan.getByRole('heading', { level: 1 }).waitFor();
  await offer(lan, 'dismissed');
  await bar(lan).getByRole('button', { name: 'Cài đặt' }).click();
  await bar(lan).waitFor({ state: 'hidden' });
  await offer(lan, 'dismissed');
  await expect.poll(() => bar(lan).count()).toBe(0);
});

test('on an iPhone a hint says how', async () => {
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  const lan = await ward.visit({ as: 'resident13', options: { userAgent } });
  await lan.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => bar(lan).count()).toBe(0);
  await passDays(lan, 1);
  await lan.reload();
  await bar(lan).getByText('Thêm vào MH chính').waitFor();
  await bar(lan).getByRole('button', { name: 'Đã hiểu' }).click();
  await bar(lan).waitFor({ state: 'hidden' });
});

test('a newer version says so and waits; what is being written outlives the reload', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await lan.evaluate(async () => void (await navigator.serviceWorker.ready));
  await lan.addInitScript(() => {
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    serviceWorker.register = async (...given) => {
      const registration = await register(...given);
      Object.assign(window, { hasRegistered: true });
      return registration;
    };
  });
  await lan.reload();
  await openChannel(lan, 'Tổ dân phố 13');
  await say(lan, 'Tin để sửa');
  await composer(lan).fill('Bài đang viết dở');
  await expect.poll(() => lan.getByText('Có bản mới').count()).toBe(0);
  const news = lan.getByText('Có bản mới');
  // Another script for the same pages is what another build is to the browser. The page registers its own once it has come back: two
  // at once are what no browser meets outside of this test, and have hung there.
  const update = async () => {
    await lan.waitForFunction(() => 'hasRegistered' in window);
    await lan.evaluate(
      async (script) => void (await navigator.serviceWorker.register(script)),
      `/service-worker.js?${randomUUID()}`,
    );
    await news.waitFor();
  };
  const loadAnew = () =>
    press(lan.getByRole('button', { name: 'Tải lại' }), (options) =>
      lan.getByText('Có bản mới').waitFor({ state: 'hidden', ...options }),
    );
  const reload = async () => {
    await loadAnew();
    await said(lan, 'Tin để sửa').waitFor();
  };
  await update();
  await expect.poll(() => composer(lan).inputValue()).toBe('Bài đang viết dở');
  await reload();
  await expect.poll(() => composer(lan).inputValue()).toBe('Bài đang viết dở');

  // An edit is no draft, and is kept all the same; what waited below it comes back after it.
  await choose(lan, 'Tin để sửa', 'Sửa');
  await composer(lan).fill('Tin để sửa, lần hai');
  await news.waitFor(); // by itself: after the one above, the page's own script is another build
  await reload();
  await lan.getByText('Sửa tin', { exact: true }).waitFor();
  await expect.poll(() => composer(lan).inputValue()).toBe('Tin để sửa, lần hai');
  await lan.getByRole('button', { name: 'Lưu', exact: true }).click();
  await said(lan, 'Tin để sửa, lần hai').waitFor();
  await expect.poll(() => composer(lan).inputValue()).toBe('Bài đang viết dở');

  await lan.goto('/app/questions/new');
  await lan
    .getByRole('button', { name: /Đăng ký khai sinh/ })
    .first()
    .click();
  await lan.getByRole('textbox', { name: 'Câu hỏi của bác' }).fill('Câu hỏi đang viết dở');
  await update();
  await loadAnew();
  await expect
    .poll(() => lan.getByRole('textbox', { name: 'Câu hỏi của bác' }).inputValue())
    .toBe('Câu hỏi đang viết dở');
});
