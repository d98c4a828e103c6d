// Path 4: from a piece of paper that is needed to an official answer.
import { expect, test } from 'vitest';
import { useWard } from '../support/browser.ts';

const ward = useWard();
const question = 'Con tôi sinh ở Hà Nội thì khai sinh ở phường mình được không?';

test('the catalogue opens without sign-in or script, is found without tone marks, and prints with its QR', async () => {
  const plain = await ward.visit({ at: '/c/song-cau/procedures', options: { javaScriptEnabled: false } });
  await plain
    .getByRole('link', { name: /khai sinh/i })
    .first()
    .waitFor();

  const visitor = await ward.visit({ at: '/c/song-cau/procedures' });
  await visitor.getByRole('searchbox', { name: 'Bác cần làm giấy tờ gì?' }).fill('khai sinh');
  await visitor
    .getByRole('link', { name: /Đăng ký khai sinh/ })
    .first()
    .click();
  await visitor.getByRole('heading', { level: 1, name: /khai sinh/i }).waitFor();
  await visitor.getByRole('heading', { name: 'Giấy tờ cần có' }).waitFor();
  await visitor.emulateMedia({ media: 'print' });
  await visitor.getByRole('img', { name: /Mã QR/ }).waitFor();
  await expect
    .poll(() => visitor.getByRole('link', { name: 'Hỏi về thủ tục này' }).first().isVisible())
    .toBe(false);
});

test('asked, taken, answered, solved: live on both screens, the official answer set apart', async () => {
  const lan = await ward.visit({ as: 'resident13', at: '/c/song-cau/procedures/1.001193' });
  const tech = await ward.visit({ as: 'tech', on: 'desktop', at: '/app/questions?view=queue' });
  const stranger = await ward.visit({ as: 'resident12' });

  await lan.getByRole('link', { name: 'Hỏi về thủ tục này' }).first().click();
  await lan.getByRole('textbox', { name: 'Câu hỏi của bác' }).fill(question);
  await lan.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await lan.getByRole('heading', { name: 'Trả lời', exact: true }).waitFor();
  const address = new URL(lan.url()).pathname;

  // The team has it live, last of the queue: the oldest is answered first.
  const queue = tech.getByRole('main').getByRole('link').filter({ hasText: question });
  await queue.waitFor();
  const links = await tech.getByRole('main').locator('a[href^="/app/questions/0"]').allInnerTexts();
  expect(links.at(-1)).toContain(question);
  await queue.click();
  await tech.getByRole('button', { name: 'Nhận trả lời' }).click();
  await lan
    .getByText(/đang trả lời/)
    .first()
    .waitFor();
  await tech
    .getByRole('textbox', { name: 'Trả lời thay mặt phường, xã' })
    .fill('Được bác nhé, mang giấy chứng sinh tới bộ phận một cửa.');
  await tech.getByRole('button', { name: 'Trả lời', exact: true }).click();

  const answer = lan.getByRole('article').filter({ hasText: 'mang giấy chứng sinh' });
  await answer.getByText('Trả lời chính thức').waitFor();
  await lan.getByRole('button', { name: 'Đã giải quyết xong' }).click();
  await tech.getByText('Đã xong').first().waitFor();

  await stranger.goto(address);
  await stranger
    .getByRole('article')
    .filter({ hasText: 'mang giấy chứng sinh' })
    .getByText('Trả lời chính thức')
    .waitFor();
});

test('a private question is for its asker and the team alone', async () => {
  const lan = await ward.visit({ as: 'resident13', at: '/app/questions/new' });
  await lan
    .getByRole('button', { name: /Đăng ký khai sinh/ })
    .first()
    .click();
  await lan
    .getByRole('textbox', { name: 'Câu hỏi của bác' })
    .fill('Cháu nhà tôi chưa có tên cha thì làm thế nào?');
  await lan.getByRole('switch', { name: 'Hỏi riêng' }).check();
  await lan.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await lan.getByRole('heading', { name: 'Trả lời', exact: true }).waitFor();

  const stranger = await ward.visit({ as: 'resident12', at: new URL(lan.url()).pathname });
  await stranger.getByText('Không thấy mục này').waitFor();
  const tech = await ward.visit({ as: 'tech', at: new URL(lan.url()).pathname });
  await tech.getByText('chưa có tên cha').first().waitFor();
});
