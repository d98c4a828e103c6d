// For those who see or read with effort: text up to 200 %, the simple mode, and reading aloud.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { seriousFaults, useWard } from '../support/browser.ts';

const ward = useWard();

/** What the device says, which Chromium on a server cannot: each part ends when the test says so. */
interface Mouth {
  said: string[];
  endPart(): void;
  learn(): void;
}
declare global {
  interface Window {
    mouth: Mouth;
  }
}

/** Runs in the browser, before the page. */
function giveVoice(knowsVietnamese: boolean) {
  const voice = (lang: string) => ({ lang, localService: true });
  const voices = [voice('en-US'), ...(knowsVietnamese ? [voice('vi-VN')] : [])];
  let part: { text: string; onend?: () => void } | null = null;
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (words: NonNullable<typeof part>) => {
      part = words;
      window.mouth.said.push(words.text);
    },
    cancel: () => (part = null),
  });
  window.mouth = {
    said: [],
    endPart: () => part?.onend?.(),
    learn: () => {
      voices.push(voice('vi-VN'));
      synthesis.dispatchEvent(new Event('voiceschanged'));
    },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      constructor(readonly text: string) {}
    },
  });
}

async function withVoice(page: Page, knowsVietnamese = true): Promise<Page> {
  await page.addInitScript(giveVoice, knowsVietnamese);
  await page.reload();
  return page;
}

async function beSimple(page: Page): Promise<void> {
  await page.goto('/app/me');
  await page.getByRole('switch', { name: 'Chế độ dễ dùng' }).click();
  await page.getByRole('heading', { name: 'Chào bác Lan' }).waitFor();
}

test('the text size is kept on the device, and is in the page before any script runs', async () => {
  const lan = await ward.visit({ as: 'resident13', at: '/app/me' });
  const size = () => lan.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await expect.poll(() => size()).toBe('18px');
  for (const [percent, pixels] of [
    ['125', '22.5px'],
    ['150', '27px'],
    ['200', '36px'],
  ]) {
    await lan.getByRole('radio', { name: `${percent} %` }).click();
    await expect.poll(() => size()).toBe(pixels);
  }
  await lan.reload();
  await expect.poll(() => lan.getByRole('radio', { name: '200 %' }).isChecked()).toBe(true);
  const answer = await lan.context().request.get('/c/song-cau');
  await expect.poll(() => answer.text()).toMatch(/<html[^>]* data-size="200"/);
});

test('the simple mode: one column, big text, three big buttons, and the way back', async () => {
  for (const on of ['phone', 'desktop'] as const) {
    const lan = await withVoice(await ward.visit({ as: 'resident13', on }));
    await beSimple(lan);
    const buttons = [
      lan.getByRole('button', { name: 'Nghe thông báo' }),
      lan.getByRole('link', { name: 'Hỏi phường' }),
      lan.getByRole('link', { name: 'Nhắn tổ trưởng' }),
    ];
    for (const button of buttons) {
      const box = (await button.boundingBox())!;
      expect(box.height).toBeGreaterThanOrEqual(80);
      expect(
        await button.evaluate((element) => parseFloat(getComputedStyle(element).fontSize)),
      ).toBeGreaterThan(22);
    }
    await expect
      .poll(() => lan.evaluate(() => getComputedStyle(document.documentElement).fontSize))
      .toBe('22px');
    await expect.poll(() => lan.getByRole('complementary').count()).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await lan.emulateMedia({ colorScheme });
      expect(await seriousFaults(lan)).toEqual([]);
    }
    await lan.evaluate(() => (document.documentElement.dataset.size = '200'));
    expect(await seriousFaults(lan)).toEqual([]);
    await expect.poll(() => lan.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await lan.evaluate(() => delete document.documentElement.dataset.size);

    await buttons[1]!.click();
    await lan.getByRole('heading', { name: 'Đặt câu hỏi' }).waitFor();
    await lan.getByRole('link', { name: 'Về trang đầu' }).click();
    await buttons[2]!.click();
    await lan.getByRole('log', { name: 'Tin nhắn trong Trò chuyện' }).waitFor();
    await lan.reload();
    await lan.getByRole('log').waitFor();
    await lan.goto('/app');
    await lan.getByRole('button', { name: 'Về giao diện đầy đủ' }).click();
    await lan.getByRole('navigation').getByRole('link', { name: 'Thủ tục' }).first().waitFor();
    await expect.poll(() => buttons[2]!.count()).toBe(0);
    await lan.context().close();
  }
});

test('who leads the group is not offered to write to its head', async () => {
  const head = await ward.visit({ as: 'head13', at: '/app/me' });
  await head.getByRole('switch', { name: 'Chế độ dễ dùng' }).click();
  await head.getByRole('link', { name: 'Hỏi phường' }).waitFor();
  await expect.poll(() => head.getByRole('link', { name: /^Nhắn/ }).count()).toBe(0);
});

test('notices are read one after the other; one that was heard to its end is seen', async () => {
  const lan = await withVoice(await ward.visit({ as: 'resident13' }));
  const official = await ward.visit({ as: 'official', at: '/app/notices/new' });
  await official.getByRole('textbox', { name: 'Tiêu đề' }).fill('UBND phường cắt nước');
  await official.getByRole('textbox', { name: 'Nội dung' }).fill('Sáng thứ Sáu. Bà con trữ nước.');
  await official.getByRole('radio', { name: 'Toàn phường, xã' }).check();
  await official.getByRole('button', { name: 'Gửi thông báo' }).click();
  await official.getByRole('dialog').getByRole('button', { name: 'Gửi ngay' }).click();
  await official.getByRole('heading', { name: 'UBND phường cắt nước' }).waitFor();
  await beSimple(lan);

  await lan.getByRole('link', { name: 'UBND phường cắt nước' }).waitFor();
  const said = () => lan.evaluate(() => window.mouth.said);
  const reader = lan.getByRole('region', { name: 'Nghe thông báo' });
  await lan.getByRole('button', { name: 'Nghe thông báo' }).click();
  await reader.getByText(/^Đang đọc thông báo 1\//).waitFor();
  const stop = reader.getByRole('button', { name: 'Dừng' });
  await expect.poll(() => stop.evaluate((element) => element === document.activeElement)).toBe(true);
  await expect.poll(said).toEqual(['Ủy ban nhân dân phường cắt nước.']);
  for (const part of ['Sáng thứ Sáu.', 'Bà con trữ nước.']) {
    await lan.evaluate(() => window.mouth.endPart());
    await expect.poll(async () => (await said()).at(-1)).toBe(part);
  }
  await lan.evaluate(() => window.mouth.endPart());
  await reader.getByText(/^Đang đọc thông báo 2\//).waitFor();
  const card = lan.getByRole('link', { name: /UBND phường cắt nước/ });
  await card.waitFor({ state: 'hidden' });

  await reader.getByRole('button', { name: 'Tin tiếp' }).click();
  await reader.getByText(/^Đang đọc thông báo 3\//).waitFor();
  await stop.click();
  const again = lan.getByRole('button', { name: 'Nghe thông báo' });
  await again.waitFor();
  await expect.poll(() => again.evaluate((element) => element === document.activeElement)).toBe(true);
  const before = await said();
  await lan.evaluate(() => window.mouth.endPart());
  await expect.poll(() => said()).toEqual(before);
});

test('without a Vietnamese voice nothing offers to read; one that comes late is used', async () => {
  const lan = await withVoice(await ward.visit({ as: 'resident13' }), false);
  await beSimple(lan);
  await lan.getByRole('link', { name: 'Đọc thông báo' }).click();
  await lan.getByRole('main').locator('a[href^="/app/notices/0"]').first().click();
  await lan
    .getByRole('button', { name: /^Đã rõ/ })
    .or(lan.getByText('Bác đã bấm'))
    .first()
    .waitFor();
  const listen = lan.getByRole('button', { name: 'Nghe' });
  await expect.poll(() => listen.count()).toBe(0);
  await lan.evaluate(() => window.mouth.learn());
  await listen.click();
  await expect.poll(() => lan.evaluate(() => window.mouth.said.length)).toBe(1);
  await lan.getByRole('button', { name: 'Dừng' }).click();
  await listen.waitFor();
});
