// A poll and a message passed on, at two screens.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { choose, composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();

test('neighbours vote, live; the head takes the result along and ends it', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  const question = 'Dọn ngõ ngày nào, bà con?';
  await composer(head).fill(question);
  await head.getByRole('button', { name: 'Gửi thêm' }).click();
  await head.getByRole('dialog', { name: 'Gửi thêm' }).getByRole('button', { name: 'Bình chọn' }).click();
  const form = head.getByRole('dialog', { name: 'Bình chọn' });
  await expect.poll(() => form.getByLabel('Câu hỏi').inputValue()).toBe(question);
  await form.getByRole('textbox', { name: 'Lựa chọn 1' }).fill('Thứ Bảy');
  await form.getByRole('button', { name: 'Gửi bình chọn' }).click();
  await form.getByRole('alert').getByText('ít nhất hai').waitFor();
  await form.getByRole('textbox', { name: 'Lựa chọn 2' }).fill('Chủ nhật');
  await form.getByLabel('Chọn xong mới thấy kết quả').check();
  expect(await seriousFaults(head)).toEqual([]);
  await form.getByRole('button', { name: 'Gửi bình chọn' }).click();
  await said(head, question).getByText('Đã gửi').waitFor();
  await expect.poll(() => composer(head).inputValue()).toBe('');

  await toNewest(lan);
  const poll = (page: typeof lan) => said(page, question).getByRole('region', { name: /Bình chọn/ });
  await poll(lan).getByRole('radio', { name: 'Chủ nhật' }).check();
  await expect.poll(() => poll(lan).getByText('%').count()).toBe(0);
  await poll(lan).getByRole('button', { name: 'Gửi lựa chọn' }).click();
  await poll(lan).getByText('1 (100 %)').waitFor();
  await poll(head).getByText('1 người đã chọn').waitFor();
  await expect.poll(() => poll(head).getByText('%').count()).toBe(0);
  expect(await seriousFaults(lan)).toEqual([]);

  await poll(head).getByRole('radio', { name: 'Thứ Bảy' }).check();
  await poll(head).getByRole('button', { name: 'Gửi lựa chọn' }).click();
  await poll(head).getByText('1 (50 %)').first().waitFor();
  // Hidden counts reach those who have voted.
  await poll(lan).getByText('1 (50 %)').first().waitFor();

  await poll(head).getByRole('button', { name: 'Chi tiết' }).click();
  const details = head.getByRole('dialog', { name: 'Bình chọn' });
  await details.getByText('Triệu Văn Thành').waitFor();
  const [picture] = await Promise.all([
    head.waitForEvent('download'),
    details.getByRole('button', { name: 'Tải ảnh kết quả' }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe('don-ngo-ngay-nao-ba-con.png');
  expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG');
  const [table] = await Promise.all([
    head.waitForEvent('download'),
    details.getByRole('button', { name: 'Tải bảng' }).click(),
  ]);
  const csv = (await readFile(await table.path())).toString('utf8');
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).toContain('Chủ nhật,1\r\n');
  expect(csv).toContain('Thứ Bảy,Triệu Văn Thành,');
  await details.getByRole('button', { name: 'Kết thúc bình chọn' }).click();
  await details.getByRole('button', { name: 'Kết thúc bình chọn' }).click();
  await poll(lan).getByText('Đã kết thúc sớm').waitFor();
  // Back to where it was opened, and to no field that calls a keyboard.
  await details.getByRole('button', { name: 'Đóng' }).click();
  const opener = poll(head).getByRole('button', { name: 'Chi tiết' });
  await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
  await expect.poll(() => poll(lan).getByRole('button', { name: 'Đổi lựa chọn' }).count()).toBe(0);
});

test('without a network a poll is shown, and says that voting needs one', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, 'Tổ dân phố 13');
  await lan.getByRole('button', { name: 'Gửi thêm' }).click();
  await lan.getByRole('button', { name: 'Bình chọn', exact: true }).click();
  const form = lan.getByRole('dialog', { name: 'Bình chọn' });
  await form.getByLabel('Câu hỏi').fill('Mua cờ mới không?');
  await form.getByRole('textbox', { name: 'Lựa chọn 1' }).fill('Có');
  await form.getByRole('textbox', { name: 'Lựa chọn 2' }).fill('Chưa');
  await lan.context().setOffline(true);
  await form.getByRole('button', { name: 'Gửi bình chọn' }).click();
  const poll = said(lan, 'Mua cờ mới không?').getByRole('region', { name: /Bình chọn/ });
  await poll.getByText('Có', { exact: true }).waitFor();
  await lan.context().setOffline(false);
  await poll.getByRole('radio', { name: 'Có' }).scrollIntoViewIfNeeded();
  // What it says goes, and what stands below it moves.
  await lan.getByText('Mất mạng').first().waitFor({ state: 'hidden' });
  await poll.getByRole('radio', { name: 'Có' }).check();
  await lan.context().setOffline(true);
  await poll.getByRole('button', { name: 'Gửi lựa chọn' }).click();
  await lan.getByText('Việc này cần có mạng').waitFor();
  await lan.context().setOffline(false);
  // The choice was kept.
  await poll.getByRole('button', { name: 'Gửi lựa chọn' }).click();
  await poll.getByText('1 (100 %)').waitFor();
});

test('a neighbour passes words on into another group, after a second look, and only those who may find the way back', async () => {
  const head = await ward.visit({ as: 'head13' });
  const official = await ward.visit({ as: 'official', on: 'desktop' });
  await openChannel(head, 'Tổ dân phố 13');
  await openChannel(official, 'Phường Sông Cầu', 'Chuyện chung của phường');
  const text = 'Ngõ 3 mất nước từ sáng nay.';
  await say(head, text);
  await choose(head, text, 'Chuyển tiếp');
  const dialog = head.getByRole('dialog', { name: 'Chuyển tiếp tin' });
  await dialog.getByRole('searchbox').fill('chuyen chung');
  expect(await seriousFaults(head)).toEqual([]);
  await dialog.getByRole('button', { name: /Chuyện chung của phường/ }).click();
  await dialog.getByText(/Tin này gửi trong Trò chuyện · Tổ dân phố 13/).waitFor();
  await dialog.getByLabel('Nói thêm').fill('Nhờ phường xem giúp.');
  expect(await seriousFaults(head)).toEqual([]);
  await dialog.getByRole('button', { name: 'Vẫn chuyển tiếp' }).click();
  await toNewest(official);
  await said(official, 'Nhờ phường xem giúp.').waitFor();
  await said(official, text)
    .getByText(/Chuyển tiếp từ Triệu Văn Thành/)
    .waitFor();
  await expect.poll(() => said(official, text).getByRole('link', { name: 'Xem tin gốc' }).count()).toBe(0);
  await openChannel(head, 'Phường Sông Cầu', 'Chuyện chung của phường');
  await toNewest(head);
  await said(head, text).getByRole('link', { name: 'Xem tin gốc' }).click();
  await head.waitForURL(/at=/);
  await said(head, text).getByText('Đã gửi').waitFor();
});
