// Mentions at two screens: found without tone marks, seen by whom they mean, and kept when they are refused.
import { expect, test } from 'vitest';
import { composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { seriousFaults, useWard } from '../support/browser.ts';
import { query } from '../support/ward-laws.ts';

const ward = useWard();
const GROUP = 'Tổ dân phố 13';
const send = { name: 'Gửi', exact: true };

test('a head names a neighbour by the keyboard and calls everyone; the neighbour finds it under Today', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await openChannel(head, GROUP);
  const field = composer(head);
  await field.pressSequentially('Chào @lan');
  const list = head.getByRole('listbox', { name: 'Nhắc ai?' });
  const me = list.getByRole('option', { name: 'Nguyễn Thị Lan', exact: true });
  await me.waitFor();
  expect(await seriousFaults(head)).toEqual([]);
  const names = await list.getByRole('option').allInnerTexts();
  for (let at = 0; at < names.findIndex((name) => name.trim() === 'Nguyễn Thị Lan'); at += 1)
    await field.press('ArrowDown');
  await expect.poll(() => me.getAttribute('aria-selected')).toBe('true');
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Chào @Nguyễn Thị Lan ');
  await list.waitFor({ state: 'hidden' });
  // What was chosen is there again after a reload, and Enter sends where no list is open.
  await head.reload();
  await expect.poll(() => field.inputValue()).toBe('Chào @Nguyễn Thị Lan ');
  await field.pressSequentially('mai họp nhé');
  await field.press('Enter');
  await said(head, 'mai họp nhé').getByText('Đã gửi').waitFor();

  const told = lan.getByRole('region', { name: 'Nhắc đến bác' }).getByRole('link', { name: GROUP });
  await told.click();
  const mark = said(lan, 'mai họp nhé').locator('mark');
  await expect.poll(() => mark.innerText()).toContain('@Nguyễn Thị Lan');
  await toNewest(lan);

  await field.pressSequentially('Mời @moi');
  await list.getByRole('option', { name: /mọi người/ }).click();
  await head.getByText(/Sẽ báo cho \d+ người/).waitFor();
  await field.pressSequentially('ra nhà văn hóa');
  await head.getByRole('button', send).click();
  const ask = head.getByRole('dialog', { name: 'Nhắc mọi người?' });
  await ask.getByText(/Sẽ báo cho \d+ người/).waitFor();
  expect(await seriousFaults(head)).toEqual([]);
  await ask.getByRole('button', { name: 'Để tôi xem lại' }).click();
  await expect.poll(() => field.inputValue()).toBe('Mời @mọi người ra nhà văn hóa');
  await head.getByRole('button', send).click();
  await ask.getByRole('button', { name: 'Gửi và báo mọi người' }).click();
  await said(lan, 'ra nhà văn hóa').locator('mark').waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
});

test('a mention that is refused keeps its words, which can go without it; an address opens no list', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, GROUP);
  await toNewest(lan);
  await say(lan, 'Thư gửi về lan@vidu.vn');
  const list = lan.getByRole('listbox');
  await composer(lan).pressSequentially('@moi nguoi');
  await expect.poll(() => list.count()).toBe(0);
  // While an input method still composes a word, the list follows it, and its Enter is its own.
  await composer(lan).fill('Chào @');
  const keyboard = await lan.context().newCDPSession(lan);
  await keyboard.send('Input.imeSetComposition', { text: 'sơ', selectionStart: 2, selectionEnd: 2 });
  const son = list.getByRole('option', { name: 'Nông Quốc Sơn' });
  await son.waitFor();
  await composer(lan).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await expect.poll(() => composer(lan).inputValue()).toBe('Chào @sơ');
  await son.tap();
  await expect.poll(() => composer(lan).inputValue()).toBe('Chào @Nông Quốc Sơn ');
  await composer(lan).fill('');
  await composer(lan).pressSequentially('Hỏi @to truong');
  await list.getByRole('option', { name: /Tổ trưởng tổ 13/ }).tap();
  await expect.poll(() => composer(lan).inputValue()).toBe('Hỏi @Tổ trưởng tổ 13 ');
  await lan.getByText('Sẽ báo cho 1 người').waitFor();
  await composer(lan).pressSequentially('mấy giờ họp ạ?');
  // Meanwhile the office was given up.
  await query(ward.databaseUrl, `update membership set seat = null where seat = 'Tổ trưởng tổ 13'`);
  await lan.getByRole('button', send).click();
  await lan.getByText(/không còn ở nhóm này, hoặc đã đổi tên/).waitFor();
  await said(lan, 'mấy giờ họp ạ?').getByText('Chưa gửi được').waitFor();
  expect(await seriousFaults(lan)).toEqual([]);
  await lan.getByRole('button', { name: 'Gửi, không nhắc ai' }).click();
  await said(lan, 'mấy giờ họp ạ?').getByText('Đã gửi').waitFor();
});
