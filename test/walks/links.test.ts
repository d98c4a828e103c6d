// Links in what people write: the honest ones open, those that imitate a public office or a bank ask first.
import { expect, test } from 'vitest';
import { composer, openChannel, said, say } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();

test('a link opens apart, a number is called, and a look-alike says so and opens only after a question', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  await say(head, 'Xem dichvucong.gov.vn/tra-cuu nhé, không rõ gọi 0912 345 678. Rút gọn: bit.ly/3xYz');
  await composer(head).fill('Có người gửi https://dichvucong-gov.vn/nhan-tien cho tôi');
  await head.getByRole('button', { name: 'Gửi', exact: true }).click();

  const honest = said(lan, 'Xem dichvucong.gov.vn').getByRole('link', { name: 'dichvucong.gov.vn/tra-cuu' });
  await expect.poll(() => honest.getAttribute('href')).toBe('https://dichvucong.gov.vn/tra-cuu');
  await expect.poll(() => honest.getAttribute('rel')).toBe('noopener noreferrer nofollow');
  await expect.poll(() => honest.getAttribute('target')).toBe('_blank');
  const call = lan.getByRole('link', { name: '0912 345 678' });
  await expect.poll(() => call.getAttribute('href')).toBe('tel:0912345678');
  await said(lan, 'liên kết rút gọn').getByRole('link', { name: 'bit.ly/3xYz' }).waitFor();

  const suspicious = lan.getByRole('button', {
    name: 'Liên kết đáng ngờ: https://dichvucong-gov.vn/nhan-tien',
  });
  const { height } = (await suspicious.boundingBox())!;
  expect(height).toBeGreaterThanOrEqual(48);
  await suspicious.click();
  const dialog = lan.getByRole('dialog', { name: 'Liên kết này đáng ngờ' });
  await dialog.getByText('dichvucong-gov.vn', { exact: true }).waitFor();
  await dialog.getByText('Trang thật là dichvucong.gov.vn.').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await lan.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await seriousFaults(lan)).toEqual([]);
  }
  await lan.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => suspicious.evaluate((element) => element === document.activeElement)).toBe(true);

  await suspicious.click();
  await lan.evaluate(() => (document.documentElement.dataset.size = '200'));
  expect(await seriousFaults(lan)).toEqual([]);
  await expect
    .poll(() => dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
    .toBe(0);
  await lan.evaluate(() => delete document.documentElement.dataset.size);
  await dialog.getByRole('button', { name: 'Không mở' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(lan.context().pages()).toHaveLength(1);

  await lan.context().route('https://dichvucong-gov.vn/**', (route) => route.fulfill({ body: 'giả' }));
  await suspicious.click();
  const [opened] = await Promise.all([
    lan.context().waitForEvent('page'),
    dialog.getByRole('link', { name: 'Vẫn mở' }).click(),
  ]);
  await opened.waitForURL('https://dichvucong-gov.vn/nhan-tien');
  await expect
    .poll(() => opened.evaluate(() => [window.opener === null, document.referrer]))
    .toEqual([true, '']);
  await dialog.waitFor({ state: 'hidden' });
});

test('what looks like markup stays words', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, 'Tổ dân phố 13');
  const text = '<a href="https://example.com">ngân hàng</a> javascript:alert(1)';
  await say(lan, text);
  await said(lan, 'ngân hàng').getByRole('link', { name: 'https://example.com', exact: true }).waitFor();
  await expect.poll(() => said(lan, 'ngân hàng').locator('.prose').innerText()).toBe(text);
  await expect.poll(() => said(lan, 'ngân hàng').getByRole('link').count()).toBe(1);
  await expect.poll(() => composer(lan).inputValue()).toBe('');
});

test('answers to questions and notices have links too', async () => {
  const lan = await ward.visit({ as: 'resident13', at: '/app/questions/new?procedure=' });
  await lan
    .getByRole('button', { name: /Đăng ký khai sinh/ })
    .first()
    .click();
  await lan
    .getByRole('textbox', { name: 'Câu hỏi của bác' })
    .fill('Trang vneid-capnhat.com có phải của Nhà nước không?');
  await lan.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await lan.getByRole('heading', { name: 'Trả lời', exact: true }).waitFor();
  await lan.getByRole('button', { name: 'Liên kết đáng ngờ: vneid-capnhat.com' }).waitFor();

  const official = await ward.visit({ as: 'official', on: 'desktop', at: '/app/notices/new' });
  await official.getByRole('textbox', { name: 'Tiêu đề' }).fill('Trang thật của VNeID');
  await official
    .getByRole('textbox', { name: 'Nội dung' })
    .fill('Bà con chỉ vào https://vneid.gov.vn, gọi 1900 0368.');
  await official.getByRole('radio', { name: 'Toàn phường, xã' }).check();
  await official.getByRole('button', { name: 'Gửi thông báo' }).click();
  await official.getByRole('dialog').getByRole('button', { name: 'Gửi ngay' }).click();
  await official.getByRole('heading', { name: 'Trang thật của VNeID' }).waitFor();
  await official.getByRole('link', { name: 'https://vneid.gov.vn' }).waitFor();
  await expect
    .poll(() => official.getByRole('link', { name: '1900 0368' }).getAttribute('href'))
    .toBe('tel:19000368');
});
