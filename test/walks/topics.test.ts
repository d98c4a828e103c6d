// Topics at two screens: a page on the phone, beside the conversation on the desk; and without a network.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { attach, picture, send } from '../support/attaching.ts';
import { choose, composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';
import { keepsWords } from '../support/kept-on.ts';

const ward = useWard();
const topicLog = (page: Page) => page.getByRole('log', { name: 'Trả lời trong chủ đề' });
const answered = (page: Page, text: string) => topicLog(page).getByRole('article').filter({ hasText: text });
const field = (page: Page) => page.getByRole('textbox', { name: /Viết tin vào chủ đề/ });
const root = (page: Page) => page.getByRole('region', { name: 'Tin mở đầu chủ đề' });
const strip = (page: Page, text: string) => said(page, text).getByRole('link', { name: /trả lời/ });

async function answer(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Control+Enter');
  await answered(page, text).waitFor();
}

test('what is answered under a message stands apart, waits for whoever follows it, and is told live', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  const text = 'Nhà văn hóa nên sơn màu gì, bà con góp ý nhé';
  await say(head, text);
  await toNewest(lan);
  await choose(lan, text, 'Trả lời trong chủ đề');
  await lan.getByRole('heading', { name: 'Chủ đề', exact: true }).waitFor();
  await root(lan).getByText(text).waitFor();
  await answer(lan, 'Vàng nhạt cho ấm ạ');

  // The head began it, so it waits for the head, wherever the head is.
  await strip(head, text).getByText('1 trả lời').waitFor();
  const mine = head.getByRole('link', { name: /Chủ đề của tôi/ });
  await mine.getByText('1 tin chưa đọc').waitFor();
  await head.goto('/app');
  await head
    .getByRole('main')
    .getByRole('link', { name: /trong chủ đề/ })
    .waitFor();
  await head
    .getByRole('main')
    .getByRole('link', { name: /Chủ đề của tôi/ })
    .click();
  await head.getByRole('heading', { name: 'Có trả lời chưa đọc' }).waitFor();
  expect(await seriousFaults(head)).toEqual([]);
  await head
    .getByRole('main')
    .getByRole('link', { name: new RegExp(text) })
    .click();
  await answered(head, 'Vàng nhạt cho ấm ạ').waitFor();
  await said(head, text).waitFor();
  await mine.getByText('1 tin chưa đọc').waitFor({ state: 'hidden' });
  expect(await seriousFaults(head)).toEqual([]);
  await answer(head, 'Cảm ơn bác, ghi nhận');
  await answered(lan, 'Cảm ơn bác, ghi nhận').waitFor();
  expect(await seriousFaults(lan)).toEqual([]);

  await lan.getByRole('button', { name: 'Đang theo dõi' }).click();
  await lan.getByRole('button', { name: 'Theo dõi', exact: true }).waitFor();
  await lan.getByRole('link', { name: 'Về cuộc trò chuyện' }).click();
  await strip(lan, text).getByText('2 trả lời').waitFor();
  await expect.poll(() => said(lan, 'Cảm ơn bác, ghi nhận').count()).toBe(0);

  // The message goes, its answers stay.
  await head.getByRole('link', { name: 'Đóng chủ đề' }).click();
  await topicLog(head).waitFor({ state: 'hidden' });
  await choose(head, text, 'Thu hồi');
  await head.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  const gone = lan.getByRole('article').filter({ hasText: 'Tin đã thu hồi' }).last();
  await gone.getByRole('link', { name: /2 trả lời/ }).click();
  await answered(lan, 'Vàng nhạt cho ấm ạ').waitFor();
});

test('without a network a topic is read and begun; its words go out when the network is back', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  const text = 'Mai ai trực cổng nhà văn hóa?';
  await say(head, text);
  await toNewest(lan);
  await lan.evaluate(async () => void (await navigator.serviceWorker.ready));
  await lan.context().setOffline(true);
  await lan.getByText('Mất mạng').first().waitFor();
  await choose(lan, text, 'Trả lời trong chủ đề');
  await answer(lan, 'Tôi trực được');
  await answered(lan, 'Tôi trực được').getByText('Chờ mạng').waitFor();
  await lan.context().setOffline(false);
  await answered(lan, 'Tôi trực được').getByText('Đã gửi').waitFor({ timeout: 30_000 });
  await strip(head, text).getByText('1 trả lời').click();
  await answered(head, 'Tôi trực được').waitFor();
});

test('at its head stands what its message carries: as it changes, when it is taken back, and without a network', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  const question = 'Quét ngõ hôm nào, bà con chọn nhé';
  const channelId = new URL(head.url()).pathname.split('/').at(-1)!;
  const poll = {
    ...{ choices: ['Thứ Bảy', 'Chủ nhật'], isMultiple: false, isAnonymous: false, isHidden: false },
    ...{ isFinal: false, by: 'person', closesAt: null },
  };
  const asked = await head.request.post(`/api/channels/${channelId}/messages`, {
    headers: { origin: ward.server.url },
    data: { clientId: randomUUID(), text: question, carries: { poll } },
  });
  const { id } = (await asked.json()) as { id: string };
  await lan.goto(`/app/channels/${id}`);
  await root(lan).getByRole('button', { name: 'Xem hết tin' }).click();
  await root(lan).getByRole('radio', { name: 'Chủ nhật' }).check();
  await root(lan).getByRole('button', { name: 'Gửi lựa chọn' }).click();
  await root(lan).getByText('1 (100 %)').waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
  await toNewest(head);
  await said(head, question).getByText('1 người đã chọn').waitFor();
  await said(head, question).getByRole('radio', { name: 'Thứ Bảy' }).check();
  await said(head, question).getByRole('button', { name: 'Gửi lựa chọn' }).click();
  await root(lan).getByText('2 người đã chọn').waitFor();
  await choose(head, question, 'Thu hồi');
  await head.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await root(lan).getByText('Tin đã thu hồi').waitFor();
  await expect.poll(() => root(lan).getByRole('region').count()).toBe(0);

  const words = 'Cổng nhà văn hóa sau khi sơn';
  await attach(head, 'Gửi ảnh', [
    { name: 'cong.jpg', mimeType: 'image/jpeg', buffer: await picture('#3a3') },
  ]);
  await composer(head).fill(words);
  await send(head);
  await said(head, words).getByText('Đã gửi').waitFor();
  await openChannel(lan, 'Tổ dân phố 13');
  await toNewest(lan);
  await choose(lan, words, 'Trả lời trong chủ đề');
  const width = () =>
    root(lan)
      .locator('img')
      .evaluate((one) => (one as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBe(480);
  await answer(lan, 'Đẹp quá ạ');
  await lan.getByRole('button', { name: 'Đang theo dõi' }).waitFor();
  await lan.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => keepsWords(lan, 'Đẹp quá ạ')).toBe(true);
  await lan.context().setOffline(true);
  await lan.reload();
  await root(lan).getByText(words).waitFor();
  await expect.poll(width).toBeGreaterThan(100);
  await answered(lan, 'Đẹp quá ạ').waitFor();
});
