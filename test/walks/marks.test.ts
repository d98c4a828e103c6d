// Reactions, pins, former words and a channel's pace, at two screens.
import { expect, test } from 'vitest';
import { choose, composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();
const CHANNEL = 'Chuyện chung của phường';
const menuOf = { name: 'Việc làm được với tin này' };

test('two neighbours react, pin and look at former words, live', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  const text = 'Chiều thứ Bảy quét ngõ, nhà nào đi được ạ?';
  await say(head, text);
  await toNewest(lan);
  await said(lan, text)
    .getByRole('button', { name: /Việc làm được/ })
    .click();
  await lan.getByRole('dialog', menuOf).getByRole('button', { name: 'Cảm ơn' }).click();
  const thanks = (page: typeof lan) => said(page, text).getByRole('button', { name: '🙏: 1 người' });
  await thanks(head).waitFor();
  await expect.poll(() => thanks(head).getAttribute('aria-pressed')).toBe('false');
  await expect.poll(() => thanks(lan).getAttribute('aria-pressed')).toBe('true');
  await thanks(head).click();
  await said(lan, text).getByRole('button', { name: '🙏: 2 người' }).waitFor();

  // All other emoji, found by a name without tone marks.
  await choose(head, text, 'Chọn biểu tượng khác');
  const picker = head.getByRole('dialog', { name: 'Chọn biểu tượng' });
  await picker.getByRole('searchbox').fill('con meo');
  await picker.getByRole('button', { name: 'mặt mèo', exact: true }).click();
  await said(lan, text).getByRole('button', { name: '🐱: 1 người' }).waitFor();
  await said(lan, text).getByRole('button', { name: 'Những ai?' }).click();
  await lan.getByRole('dialog').getByText('Triệu Văn Thành').first().waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
  await lan.keyboard.press('Escape');

  // The resident cannot pin; the head can, and everybody finds it.
  await said(lan, text)
    .getByRole('button', { name: /Việc làm được/ })
    .click();
  await expect
    .poll(() => lan.getByRole('dialog', menuOf).getByRole('button', { name: 'Ghim' }).count())
    .toBe(0);
  await lan.keyboard.press('Escape');
  await choose(head, text, 'Ghim');
  await said(lan, text).getByText('Triệu Văn Thành đã ghim').waitFor();
  await lan.getByRole('button', { name: 'Tin ghim' }).click();
  const pins = lan.getByRole('dialog', { name: 'Tin ghim' });
  await pins.getByText(text).waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
  await pins.getByRole('link', { name: 'Xem trong cuộc trò chuyện' }).click();
  await pins.waitFor({ state: 'hidden' });

  await choose(head, text, 'Sửa');
  const later = 'Sáng Chủ nhật quét ngõ, nhà nào đi được ạ?';
  await composer(head).fill(later);
  await head.getByRole('button', { name: 'Lưu', exact: true }).click();
  await said(lan, later).getByRole('button', { name: 'đã sửa' }).click();
  const past = lan.getByRole('dialog', { name: 'Tin này trước khi sửa' });
  await past.getByText(text).waitFor();
  await past.getByText(later).waitFor();
  await expect.poll(() => said(lan, later).getByRole('button', { name: '🙏: 2 người' }).count()).toBe(1);
});

test('a channel is slowed down: its people see how long to wait, and keep what they wrote', async () => {
  const admin = await ward.visit({ as: 'admin', on: 'desktop' });
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, 'Phường Sông Cầu', CHANNEL);
  await admin.goto('/app/groups');
  await admin.getByRole('main').getByRole('link', { name: 'Phường Sông Cầu', exact: true }).click();
  await admin.getByRole('button', { name: `Cài đặt kênh ${CHANNEL}` }).click();
  const dialog = admin.getByRole('dialog', { name: `Cài đặt kênh ${CHANNEL}` });
  await dialog.getByLabel('Gửi chậm').selectOption({ label: 'Mỗi người cách nhau 5 phút' });
  expect(await seriousFaults(admin)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await lan.getByText(/mỗi người cách .* gửi một tin/).waitFor();

  await say(lan, 'Lời thứ nhất');
  await lan.getByText(/gửi tiếp được sau/).waitFor();
  await composer(lan).fill('Lời thứ hai');
  await composer(lan).press('Control+Enter');
  await expect.poll(() => said(lan, 'Lời thứ hai').count()).toBe(0);
  await expect.poll(() => composer(lan).inputValue()).toBe('Lời thứ hai');

  await admin.getByRole('button', { name: `Cài đặt kênh ${CHANNEL}` }).click();
  await dialog.getByLabel('Gửi chậm').selectOption({ label: 'Không giới hạn' });
  await dialog.getByLabel('Có giờ nghỉ, chỉ đọc').check();
  await dialog.getByLabel('Từ').fill('00:00');
  await dialog.getByLabel('Đến').fill('23:59');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await lan.getByText(/Kênh nghỉ từ 00:00 đến 23:59/).waitFor();
  await expect.poll(() => composer(lan).inputValue()).toBe('Lời thứ hai');
});

test('an administrator keeps the channels of a group that they do not belong to', async () => {
  const admin = await ward.visit({ as: 'admin', at: '/app/groups' });
  const neighbour = await ward.visit({ as: 'resident12' });
  await openChannel(neighbour, 'Tổ dân phố 12');
  await admin
    .getByRole('main')
    .getByRole('link', { name: /^Tổ dân phố 12/ })
    .click();
  await admin.getByRole('link', { name: 'Kênh', exact: true }).click();
  const name = 'Chuyện trong tổ';
  await admin.getByRole('button', { name: 'Cài đặt kênh Trò chuyện' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Cài đặt kênh Trò chuyện' });
  await dialog.getByLabel('Tên kênh').fill(name);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await admin.getByRole('button', { name: `Cài đặt kênh ${name}` }).waitFor();
  await neighbour.getByRole('heading', { name }).waitFor();
  await admin.getByRole('button', { name: 'Thêm kênh' }).click();
  const adding = admin.getByRole('dialog', { name: 'Thêm kênh' });
  await adding.getByLabel('Tên kênh').fill('Vườn hoa');
  await adding.getByRole('button', { name: 'Thêm kênh' }).click();
  await admin.getByRole('button', { name: 'Cài đặt kênh Vườn hoa' }).waitFor();
  await expect.poll(() => admin.getByRole('main').getByRole('link', { name: 'Vườn hoa' }).count()).toBe(0);
  expect(await seriousFaults(admin)).toEqual([]);
});

test('a finger that rests on words, or the other mouse button, opens what one may do with them', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  const text = 'Ai nhặt được chùm chìa khóa không?';
  await say(head, text);
  await toNewest(lan);

  const words = said(lan, text).getByText(text);
  await words.waitFor();
  const { x, y } = (await words.boundingBox())!;
  const cdp = await lan.context().newCDPSession(lan);
  const touchPoints = [{ x: x + 20, y: y + 10 }];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await lan.getByRole('dialog', menuOf).waitFor();
  // Where the menu has come under the finger, the end of the press chooses nothing there.
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await lan.getByRole('dialog', menuOf).getByRole('button', { name: 'Trả lời', exact: true }).waitFor();
  await lan.keyboard.press('Escape');
  await lan.getByRole('dialog', menuOf).waitFor({ state: 'hidden' });

  await said(head, text).getByText(text).click({ button: 'right' });
  await head.getByRole('dialog', menuOf).getByRole('button', { name: 'Thu hồi', exact: true }).waitFor();
  await head.keyboard.press('Escape');
  // Beside the words there is nothing to do.
  await head.getByRole('log').getByText('Hôm nay', { exact: true }).click({ button: 'right' });
  await expect.poll(() => head.getByRole('dialog', menuOf).count()).toBe(0);
});
