// Photos passed on, kept for a time without a network, pasted, dropped, and under fingers.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { attach, last, picture, send } from '../support/attaching.ts';
import { seriousFaults, useWard } from '../support/browser.ts';
import { choose, composer, openChannel, said, toNewest } from '../support/channel-page.ts';

const ward = useWard();
const GROUP = 'Tổ dân phố 13';

/** The width of the picture that is shown, as it came. */
const widthOf = (shown: Locator) =>
  shown.locator('img').evaluate((one) => (one as HTMLImageElement).naturalWidth);

test('a photo is passed on to another group; once seen, it is there without a network', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13' });
  await Promise.all([openChannel(lan, GROUP), openChannel(head, GROUP)]);
  await attach(lan, 'Gửi ảnh', [{ name: 'cay.jpg', mimeType: 'image/jpeg', buffer: await picture('#363') }]);
  await composer(lan).fill('Cây đổ đầu ngõ');
  await send(lan);
  await said(lan, 'Cây đổ').getByText('Đã gửi').waitFor();

  await choose(head, 'Cây đổ', 'Chuyển tiếp');
  const dialog = head.getByRole('dialog', { name: 'Chuyển tiếp tin' });
  await dialog.getByRole('img', { name: 'Ảnh 1 trong 1' }).waitFor();
  await dialog.getByRole('button', { name: /Chuyện chung của phường/ }).click();
  expect(await seriousFaults(head)).toEqual([]);
  await dialog.getByRole('button', { name: 'Vẫn chuyển tiếp' }).click();
  await openChannel(lan, 'Phường Sông Cầu', 'Chuyện chung của phường');
  await toNewest(lan);
  const photo = said(lan, 'Cây đổ').getByRole('button', { name: /xem lớn/ });
  await expect.poll(() => widthOf(photo)).toBe(480);

  await lan.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => lan.evaluate(keptOf, 'Cây đổ đầu ngõ'), { timeout: 25_000 })
    .toEqual({ messages: 2, pictures: 1 });
  const devtools = await lan.context().newCDPSession(lan);
  await devtools.send('Network.clearBrowserCache');
  await lan.context().setOffline(true);
  await lan.reload();
  await toNewest(lan);
  await expect.poll(() => widthOf(photo)).toBe(480);
  // Enlarged it is as it was kept.
  await photo.click();
  const large = lan.getByRole('dialog', { name: 'Ảnh' });
  await expect.poll(() => large.getByRole('img', { name: 'Ảnh 1 trong 1' }).count()).toBe(1);
  await large.getByRole('button', { name: 'Đóng' }).click();
});

test('words do not go without the photo that was picked for them', async () => {
  const lan = await ward.visit({ as: 'resident13', options: { serviceWorkers: 'block' } });
  await openChannel(lan, GROUP);
  let letIn = () => {};
  const allowed = new Promise<void>((resolve) => (letIn = resolve));
  // On a slow network what looks at pictures comes late.
  await lan.route('**/_app/immutable/**', async (route) => {
    await allowed;
    await route.continue();
  });
  await attach(lan, 'Gửi ảnh', [{ name: 'cau.jpg', mimeType: 'image/jpeg', buffer: await picture('#336') }]);
  await composer(lan).fill('Cầu vừa sửa xong');
  const button = lan.getByRole('button', { name: 'Gửi', exact: true });
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
  await composer(lan).press('Control+Enter');
  await expect.poll(() => said(lan, 'Cầu vừa sửa').count()).toBe(0);
  letIn();
  await send(lan);
  await said(lan, 'Cầu vừa sửa')
    .getByRole('button', { name: /xem lớn/ })
    .waitFor();
});

/** Runs in the browser: how many messages with these words this device keeps, and how many pictures. */
function keptOf(text: string): Promise<{ messages: number; pictures: number }> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dinh');
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['pages', 'pictures']);
      const pages = transaction.objectStore('pages').getAll();
      const pictures = transaction.objectStore('pictures').count();
      transaction.oncomplete = () => {
        opening.result.close();
        const texts = (pages.result as { messages: { text: string }[] }[]).flatMap(({ messages }) =>
          messages.map((one) => one.text),
        );
        resolve({ messages: texts.filter((one) => one === text).length, pictures: pictures.result });
      };
    };
  });
}

test('a picture is pasted, a file dropped', async () => {
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await openChannel(head, GROUP);
  await head.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const strip = head.getByRole('list', { name: 'Gửi kèm' });
  const paste = async (withWords: boolean) => {
    await head.evaluate(async (hasWords) => {
      const canvas = new OffscreenCanvas(40, 30);
      canvas.getContext('2d')!.fillRect(0, 0, 40, 30);
      const words = new Blob(['Ô tính của bảng'], { type: 'text/plain' });
      const image = await canvas.convertToBlob({ type: 'image/png' });
      const item = new ClipboardItem({ 'image/png': image, ...(hasWords && { 'text/plain': words }) });
      await navigator.clipboard.write([item]);
    }, withWords);
    await composer(head).focus();
    await head.keyboard.press('Control+v');
  };
  // A table program brings a picture of the words beside them.
  await paste(true);
  await expect.poll(() => composer(head).inputValue()).toBe('Ô tính của bảng');
  await composer(head).fill('');
  await paste(false);
  await strip.getByRole('img', { name: 'image.png' }).waitFor();
  await expect.poll(() => strip.getByRole('listitem').count()).toBe(1);

  // A file manager's copy is a file; what cannot go is named, and what was there stays.
  await composer(head).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['MZ'], 'cai-dat.exe', { type: 'application/x-msdownload' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await head.getByText('Không gửi được cai-dat.exe. Gửi được ảnh, PDF, Word').waitFor();
  await expect.poll(() => strip.getByRole('listitem').count()).toBe(1);

  const folder = await mkdtemp(join(tmpdir(), 'dinh-drop-'));
  const path = join(folder, 'Biên bản.txt');
  await writeFile(path, 'Biên bản họp tổ\n');
  const { x, y } = (await head.getByRole('log').boundingBox())!;
  const devtools = await head.context().newCDPSession(head);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    await devtools.send('Input.dispatchDragEvent', { type, x: x + 50, y: y + 50, data });
  }
  await strip.getByText('Biên bản.txt').waitFor();
  await send(head);
  await last(head).getByText('Đã gửi').waitFor();
  await last(head)
    .getByRole('link', { name: /Tệp Biên bản.txt/ })
    .waitFor();
  await rm(folder, { recursive: true });
});

test('fingers: a voice message is slid away, a photo drawn nearer and swiped', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, GROUP);
  await toNewest(lan);
  const devtools = await lan.context().newCDPSession(lan);
  type Touch = 'touchStart' | 'touchMove' | 'touchEnd';
  const touch = (type: Touch, ...points: [x: number, y: number][]) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });

  const newest = await last(lan).getAttribute('data-seq');
  const { x, y, width, height } = (await lan.getByRole('button', { name: 'Tin thoại' }).boundingBox())!;
  const finger = [x + width / 2, y + height / 2] as const;
  await touch('touchStart', [...finger]);
  const panel = lan.getByRole('group', { name: 'Đang ghi âm' });
  await panel.getByRole('timer').filter({ hasText: '0:01' }).waitFor();
  for (const way of [40, 80, 120]) await touch('touchMove', [finger[0] - way, finger[1]]);
  await panel.getByText('Thả ra để bỏ').waitFor();
  await touch('touchEnd');
  await panel.waitFor({ state: 'hidden' });
  await expect.poll(() => last(lan).getAttribute('data-seq')).toBe(newest);

  await attach(lan, 'Gửi ảnh', [
    { name: 'mot.jpg', mimeType: 'image/jpeg', buffer: await picture('#a33') },
    { name: 'hai.jpg', mimeType: 'image/jpeg', buffer: await picture('#33a') },
  ]);
  await lan.getByRole('list', { name: 'Gửi kèm' }).getByRole('img', { name: 'hai.jpg' }).waitFor();
  await send(lan);
  await last(lan).getByText('Đã gửi').waitFor();
  await last(lan).getByRole('button', { name: 'Ảnh 1 trong 2, xem lớn' }).click();
  const large = lan.getByRole('dialog', { name: 'Ảnh' });
  const first = large.getByRole('img', { name: 'Ảnh 1 trong 2' });
  await first.waitFor();
  const scale = () => first.evaluate((one) => new DOMMatrix((one as HTMLElement).style.transform).a);
  await touch('touchStart', [150, 500], [210, 500]);
  for (const way of [20, 40, 60, 80]) await touch('touchMove', [150 - way, 500], [210 + way, 500]);
  await touch('touchEnd');
  await expect.poll(scale).toBeGreaterThan(2);
  // Drawn back together until it is whole, it stays the same picture.
  await touch('touchStart', [40, 500], [320, 500]);
  for (const way of [40, 80, 120]) await touch('touchMove', [40 + way, 500], [320 - way, 500]);
  await touch('touchEnd', [160, 500]);
  await touch('touchEnd');
  await expect.poll(scale).toBe(1);
  await touch('touchStart', [300, 500]);
  for (const way of [60, 120, 180]) await touch('touchMove', [300 - way, 500]);
  await touch('touchEnd');
  await large.getByRole('img', { name: 'Ảnh 2 trong 2' }).waitFor();
});
