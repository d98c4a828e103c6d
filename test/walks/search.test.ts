// From a word one remembers to the place where it was said.
import { expect, test } from 'vitest';
import { openChannel, said, say } from '../support/channel-page.ts';
import { useWard } from '../support/browser.ts';

const ward = useWard();

test('found by the header and by a key, without marks, with an operator, and opened in its place', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, 'Tổ dân phố 13');
  await say(lan, 'Cây hoàng lan đầu ngõ nở rồi bà con ơi');

  await lan.goto('/app');
  await lan.getByRole('banner').getByRole('link', { name: 'Tìm' }).click();
  const field = lan.getByRole('searchbox', { name: 'Bác cần tìm gì?' });
  await field.fill('hoang lan');
  const main = lan.getByRole('main');
  const hit = main.getByRole('link').filter({ hasText: 'Cây hoàng lan đầu ngõ' });
  await hit.waitFor();
  await main
    .getByRole('status')
    .getByText(/^Tìm thấy \d+ kết quả/)
    .waitFor();
  await expect.poll(() => hit.locator('mark').allInnerTexts()).toEqual(['hoàng', 'lan']);
  await expect.poll(() => main.getByRole('heading', { level: 2 }).allInnerTexts()).toContain('Trò chuyện');

  // An operator is offered as one types it, and so is what may follow.
  await field.pressSequentially(' tron');
  await main.getByRole('button', { name: 'trong:' }).click();
  await main.getByRole('button', { name: 'Tổ dân phố 13', exact: true }).click();
  await expect.poll(() => field.inputValue()).toBe('hoang lan trong:"Tổ dân phố 13" ');
  await expect.poll(() => new URL(lan.url()).searchParams.get('q')).toBe('hoang lan trong:"Tổ dân phố 13"');
  await hit.click();
  await said(lan, 'Cây hoàng lan').waitFor();
  expect(new URL(lan.url()).searchParams.get('at')).toMatch(/^\d+$/);
  await lan.goBack();
  await hit.waitFor();

  // The same link shows a neighbour of another group only what is theirs.
  const { pathname, search } = new URL(lan.url());
  const huong = await ward.visit({ as: 'resident12', on: 'desktop', at: pathname + search });
  await huong.getByText(/^Không thấy “hoang lan/).waitFor();
  await huong.goto('/app');
  await huong.getByRole('heading', { level: 1 }).waitFor();
  await huong.keyboard.press('/');
  await huong.getByRole('searchbox', { name: 'Bác cần tìm gì?' }).waitFor();
  await huong.keyboard.type('khai sinh');
  await huong.getByRole('heading', { name: 'Câu hỏi đã giải đáp' }).waitFor();
  const kinds = huong.getByRole('main').getByRole('heading', { level: 2 });
  await expect.poll(() => kinds.first().innerText()).toBe('Thủ tục');
});

test('what cannot be read or reached says so, and keeps what was typed', async () => {
  const lan = await ward.visit({ as: 'resident13', at: '/app/search?q=nước' });
  const main = lan.getByRole('main');
  await main.getByRole('heading', { name: 'Trò chuyện' }).waitFor();
  const field = main.getByRole('searchbox');
  await field.fill('nước sau:hôm');
  await main.getByText('Chưa rõ ngày trong “sau:hôm”').waitFor();
  await lan.context().setOffline(true);
  await field.fill('nước sạch');
  await main.getByText('Không tới được máy chủ').waitFor();
  await lan.context().setOffline(false);
  await main.getByRole('button', { name: 'Thử lại' }).click();
  await main.getByText('Không tới được máy chủ').waitFor({ state: 'hidden' });
  await expect.poll(() => field.inputValue()).toBe('nước sạch');
});
