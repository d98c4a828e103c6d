// Photos, files and voice messages between two screens, and with a network that comes and goes.
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { attach, last, picture, send } from '../support/attaching.ts';
import { composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();
const GROUP = 'Tổ dân phố 13';

test('photos and a file go from a phone to a neighbour, who looks at them large', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, GROUP), openChannel(head, GROUP)]);
  await Promise.all([toNewest(lan), toNewest(head)]);
  const [red, blue] = await Promise.all([picture('#a33'), picture('#33a')]);
  await attach(lan, 'Gửi ảnh', [
    { name: 'san.jpg', mimeType: 'image/jpeg', buffer: red },
    { name: 'ngo.jpg', mimeType: 'image/jpeg', buffer: blue },
  ]);
  const strip = lan.getByRole('list', { name: 'Gửi kèm' });
  await strip.getByRole('img', { name: 'ngo.jpg' }).waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
  await composer(lan).fill('Sân nhà văn hoá sau cơn mưa');
  await send(lan);
  await strip.waitFor({ state: 'hidden' });
  await said(lan, 'Sân nhà văn hoá').getByText('Đã gửi').waitFor();

  const seen = said(head, 'Sân nhà văn hoá');
  await seen.getByRole('button', { name: 'Ảnh 2 trong 2, xem lớn' }).click();
  const large = head.getByRole('dialog', { name: 'Ảnh' });
  const shown = large.getByRole('img', { name: 'Ảnh 2 trong 2' });
  await expect.poll(() => shown.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1600);
  expect(await seriousFaults(head)).toEqual([]);
  await head.keyboard.press('ArrowLeft');
  await large.getByRole('img', { name: 'Ảnh 1 trong 2' }).waitFor();
  await head.keyboard.press('Escape');
  await large.waitFor({ state: 'hidden' });
  // What came to the neighbour's screen says nothing of where it was taken.
  const src = await seen
    .getByRole('button', { name: /^Ảnh 1/ })
    .locator('img')
    .getAttribute('src');
  const kept = await head.context().request.get(src!.replace('small', 'large'));
  const { format, exif } = await sharp(await kept.body()).metadata();
  expect([format, exif]).toEqual(['webp', undefined]);

  const text = Buffer.from('Danh sách nhà đã đóng góp\n');
  await attach(head, 'Gửi tệp', [{ name: 'Danh sách.txt', mimeType: 'text/plain', buffer: text }]);
  await send(head);
  const file = last(lan).getByRole('link', { name: /Tệp Danh sách.txt/ });
  const downloading = lan.waitForEvent('download');
  await file.click();
  expect((await downloading).suggestedFilename()).toBe('Danh sách.txt');

  // Taken back, it is gone from both screens, and from its address.
  await said(lan, 'Sân nhà văn hoá')
    .getByRole('button', { name: /Việc làm được/ })
    .click();
  await lan.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await lan
    .getByRole('dialog', { name: 'Thu hồi tin này?' })
    .getByRole('button', { name: 'Thu hồi' })
    .click();
  await expect.poll(() => head.getByRole('button', { name: /xem lớn/ }).count()).toBe(0);
  expect((await head.context().request.get(src!)).status()).toBe(404);

  // The file is found by its name, and opens in its place.
  await head.goto('/app/search?q=danh+sach.txt');
  const hit = head.getByRole('main').getByRole('link').filter({ hasText: 'Danh sách.txt' });
  await hit.waitFor();
  await expect.poll(() => hit.locator('mark').allInnerTexts()).toEqual(['Danh', 'sách.txt']);
  expect(await seriousFaults(head)).toEqual([]);
  await hit.click();
  await last(head)
    .getByRole('link', { name: /Tệp Danh sách.txt/ })
    .waitFor();
});

test('a photo written without a network goes by itself, also after a reload; who saves data taps first', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', at: '/app/me' });
  await head.getByRole('switch', { name: 'Tiết kiệm dữ liệu' }).check();
  await Promise.all([openChannel(lan, GROUP), openChannel(head, GROUP)]);
  await Promise.all([toNewest(lan), toNewest(head)]);
  await lan.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await lan.context().setOffline(true);
  await lan.getByText('Mất mạng').first().waitFor();
  await attach(lan, 'Gửi ảnh', [{ name: 'den.jpg', mimeType: 'image/jpeg', buffer: await picture('#555') }]);
  await lan.getByRole('img', { name: 'den.jpg' }).waitFor();
  await composer(lan).fill('Đèn ngõ lại hỏng');
  await send(lan);
  await said(lan, 'Đèn ngõ').getByText('Chờ mạng').waitFor();
  await lan.reload();
  await said(lan, 'Đèn ngõ')
    .getByRole('button', { name: /xem lớn/ })
    .waitFor();
  await lan.context().setOffline(false);
  await said(lan, 'Đèn ngõ').getByText('Đã gửi').waitFor();

  const seen = said(head, 'Đèn ngõ');
  const veiled = seen.getByRole('button', { name: /Chạm để xem/ });
  await veiled.waitFor();
  await expect.poll(() => seen.locator('img').count()).toBe(0);
  await veiled.click();
  const image = seen.getByRole('button', { name: /xem lớn/ }).locator('img');
  await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(480);
});

test('what cannot go is named before anything is sent, and the rest goes; a picture that nobody else could open is told of', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, GROUP);
  const strip = lan.getByRole('list', { name: 'Gửi kèm' });
  const file = (name: string, mimeType: string) => ({ name, mimeType, buffer: Buffer.from('Nội dung\n') });
  await attach(lan, 'Gửi ảnh', [
    file('IMG_0412.heic', 'image/heic'),
    { name: 'san.jpg', mimeType: 'image/jpeg', buffer: await picture('#a33') },
  ]);
  await lan.getByText('Máy này không mở được ảnh IMG_0412.heic, nên ảnh đi kèm như một tệp').waitFor();
  await strip.getByRole('img', { name: 'san.jpg' }).waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
  await strip.getByRole('button', { name: 'Bỏ IMG_0412.heic' }).click();

  await attach(lan, 'Gửi tệp', [
    file('hop-to.mp4', 'video/mp4'),
    file('thu-chi.txt', 'text/plain'),
    file('cai-dat.exe', 'application/x-msdownload'),
  ]);
  const named = lan.getByText('Không gửi được hop-to.mp4, cai-dat.exe. Gửi được ảnh, PDF, Word');
  await named.waitFor();
  await strip.getByText('thu-chi.txt').waitFor();
  await expect.poll(() => strip.getByRole('listitem').count()).toBe(2);

  // Dropped on the conversation it is the same.
  await lan.getByRole('log').evaluate((log) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'anh.rar', { type: 'application/vnd.rar' }));
    log.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await lan.getByText('Không gửi được anh.rar.').waitFor();
  await composer(lan).fill('Ảnh sân và sổ thu chi');
  await send(lan);
  const sent = said(lan, 'Ảnh sân và sổ thu chi');
  await sent.getByText('Đã gửi').waitFor();
  await sent.getByRole('link', { name: /thu-chi.txt/ }).waitFor();
  await expect.poll(() => sent.getByRole('button', { name: 'Ảnh 1 trong 1, xem lớn' }).count()).toBe(1);
});

test('a second tap on send is no word to the microphone that comes in its place', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, GROUP);
  await lan.getByRole('button', { name: 'Tin thoại' }).waitFor();
  await lan.evaluate(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (given) => {
      document.body.dataset.asked = 'yes';
      return ask(given);
    };
  });
  await composer(lan).fill('Hai lần chạm');
  const { x, y, width, height } = (await lan
    .getByRole('button', { name: 'Gửi', exact: true })
    .boundingBox())!;
  const [left, top] = [x + width / 2, y + height / 2] as const;
  await lan.touchscreen.tap(left, top);
  await lan.getByRole('button', { name: 'Tin thoại' }).waitFor();
  await lan.touchscreen.tap(left, top);
  await said(lan, 'Hai lần chạm').waitFor();
  await say(lan, 'Và thêm một câu');
  expect(await lan.evaluate(() => document.body.dataset.asked)).toBeUndefined();
});

test('a voice message is spoken, and heard on the other side', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13' });
  await Promise.all([openChannel(lan, GROUP), openChannel(head, GROUP)]);
  await Promise.all([toNewest(lan), toNewest(head)]);
  const microphone = lan.getByRole('button', { name: 'Tin thoại' });

  // A tap lets it listen on; what was not meant is thrown away.
  await microphone.click();
  const panel = lan.getByRole('group', { name: 'Đang ghi âm' });
  await panel.getByRole('timer').filter({ hasText: '0:01' }).waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
  await panel.getByRole('button', { name: 'Thôi' }).click();
  await panel.waitFor({ state: 'hidden' });

  // Held, it goes when the finger is lifted.
  const { x, y, width, height } = (await microphone.boundingBox())!;
  await lan.mouse.move(x + width / 2, y + height / 2);
  await lan.mouse.down();
  await panel.getByRole('timer').filter({ hasText: '0:02' }).waitFor();
  await lan.mouse.up();
  await last(lan).getByText('Đã gửi').waitFor();

  const voice = last(head).getByRole('group', { name: /^Tin thoại 0:0/ });
  await voice.getByRole('button', { name: 'Nghe' }).click();
  const place = voice.getByRole('slider');
  await expect.poll(async () => Number(await place.inputValue())).toBeGreaterThan(0.3);
  await voice.getByRole('button', { name: /Tốc độ/ }).click();
  await expect
    .poll(() => voice.locator('audio').evaluate((one) => (one as HTMLAudioElement).playbackRate))
    .toBe(1.5);
  expect(await seriousFaults(head)).toEqual([]);
});
