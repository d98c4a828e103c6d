// Path 2: two neighbours at two screens.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { choose, composer, openChannel, said, say, toNewest } from '../support/channel-page.ts';
import { useWard } from '../support/browser.ts';

const ward = useWard();

test('two browsers chat: send, typing, presence, reply, edit, take back, live', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);

  // Who is online, on the desktop in the right column.
  const members = head.getByRole('complementary', { name: 'Thành viên' });
  await members.getByText('Đang trực tuyến · 2').waitFor();

  await composer(lan).pressSequentially('Bác trưởng ơi');
  await head.getByText(/Lan đang nhập/).waitFor();
  await say(lan, 'Bác trưởng ơi, mai mấy giờ quét ngõ?');
  await said(head, 'mai mấy giờ quét ngõ?').waitFor();

  await choose(head, 'mai mấy giờ quét ngõ?', 'Trả lời');
  await say(head, 'Bảy giờ, ở nhà văn hóa nhé.');
  const answer = said(lan, 'Bảy giờ, ở nhà văn hóa nhé.');
  await answer.getByText('mai mấy giờ quét ngõ?').waitFor();
  await answer.getByText('Tổ trưởng tổ 13').waitFor();

  await choose(head, 'Bảy giờ, ở nhà văn hóa nhé.', 'Sửa');
  await composer(head).fill('Bảy giờ rưỡi, ở nhà văn hóa nhé.');
  await head.getByRole('button', { name: 'Lưu', exact: true }).click();
  await said(lan, 'Bảy giờ rưỡi').getByText('đã sửa').waitFor();

  await choose(lan, 'mai mấy giờ quét ngõ?', 'Thu hồi');
  await lan.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await said(head, 'Tin đã thu hồi').last().waitFor();
  await expect.poll(() => head.getByText('mai mấy giờ quét ngõ?').count()).toBe(0);
  await expect.poll(() => said(lan, 'Bảy giờ rưỡi').getByText('mai mấy giờ').count()).toBe(0);
});

test('what is written without a network goes out by itself, once and in order; what was missed arrives', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await Promise.all([openChannel(lan, 'Tổ dân phố 13'), openChannel(head, 'Tổ dân phố 13')]);
  await say(head, 'Tin trước khi mất mạng');
  await said(lan, 'Tin trước khi mất mạng').waitFor();

  await lan.context().setOffline(true);
  await lan.getByText('Mất mạng').first().waitFor();
  for (const text of ['Một từ trong hầm', 'Hai từ trong hầm']) {
    await composer(lan).fill(text);
    await lan.getByRole('button', { name: 'Gửi', exact: true }).click();
    await said(lan, text).waitFor();
  }
  await say(head, 'Nói trong lúc Lan mất mạng');
  await choose(head, 'Tin trước khi mất mạng', 'Sửa');
  await composer(head).fill('Tin đã sửa khi Lan mất mạng');
  await head.getByRole('button', { name: 'Lưu', exact: true }).click();

  await lan.context().setOffline(false);
  await said(lan, 'Nói trong lúc Lan mất mạng').waitFor({ timeout: 30_000 });
  await said(lan, 'Tin đã sửa khi Lan mất mạng').waitFor();
  for (const page of [lan, head]) {
    await said(page, 'Hai từ trong hầm').waitFor();
    const texts = await page.getByRole('log').getByRole('article').allInnerTexts();
    const places = ['Một từ trong hầm', 'Hai từ trong hầm'].map((text) =>
      texts.flatMap((shown, index) => (shown.includes(text) ? [index] : [])),
    );
    expect(places.map((place) => place.length)).toEqual([1, 1]);
    expect(places[0]![0]).toBeLessThan(places[1]![0]!);
  }
});

test('a channel opens at the first unread; its badge follows what was read, on every device', async () => {
  const phone = await ward.visit({ as: 'resident13' });
  const desktop = await ward.visit({ as: 'resident13', on: 'desktop' });
  const badge = (page: Page) => page.getByRole('link', { name: /Chuyện chung của phường.*tin chưa đọc/ });
  await phone.goto('/app/groups');
  await badge(phone).first().waitFor();
  await badge(desktop).first().waitFor();

  await openChannel(phone, 'Phường Sông Cầu', 'Chuyện chung của phường');
  const line = phone.getByText('Tin chưa đọc', { exact: true });
  await line.waitFor();
  await expect
    .poll(() => line.evaluate((element) => element.getBoundingClientRect().top < innerHeight))
    .toBe(true);
  await toNewest(phone);
  await expect.poll(() => badge(desktop).count()).toBe(0);

  // The head of the list comes as one scrolls up; the place of what one reads stays.
  await phone
    .getByText(/Kênh .* bắt đầu từ đây/)
    .waitFor({ state: 'hidden' })
    .catch(() => undefined);
  const log = phone.getByRole('log');
  await expect
    .poll(async () => {
      await log.evaluate((element) => (element.scrollTop = 0));
      return phone.getByText(/bắt đầu từ đây/).isVisible();
    })
    .toBe(true);
});

test('a draft waits in its channel', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, 'Tổ dân phố 13');
  await composer(lan).fill('Chưa viết xong thì');
  await openChannel(lan, 'Phường Sông Cầu', 'Chuyện chung của phường');
  await expect.poll(() => composer(lan).inputValue()).toBe('');
  await openChannel(lan, 'Tổ dân phố 13');
  await expect.poll(() => composer(lan).inputValue()).toBe('Chưa viết xong thì');
});

test('an empty channel that rests invites nobody to write, but those who tend it; when its rest ends, it does', async () => {
  const [admin, lan, head] = await Promise.all([
    ward.visit({ as: 'admin' }),
    ward.visit({ as: 'resident13' }),
    ward.visit({ as: 'head13', on: 'desktop' }),
  ]);
  const ask = async <T>(by: Page, method: 'get' | 'post' | 'put', path: string, data?: object) => {
    const headers = { origin: ward.server.url };
    return (await (await by.request[method](`/api/${path}`, { headers, data })).json()) as T;
  };
  const groups = await ask<{ group: { id: string; name: string } }[]>(lan, 'get', 'groups');
  const groupId = groups.find(({ group }) => group.name === 'Tổ dân phố 13')!.group.id;
  const channel = { kind: 'chat', name: 'Ban đêm' };
  const { id } = await ask<{ id: string }>(admin, 'post', `groups/${groupId}/channels`, channel);
  const inVietnam = (hours: number) =>
    new Date(Date.now() + (7 + hours) * 3_600_000).toISOString().slice(11, 16);
  const keep = (quiet: object | null) =>
    ask(admin, 'put', `channels/${id}`, {
      name: channel.name,
      settings: { editMinutes: null, recallMinutes: null, slowSeconds: 0, quiet },
    });
  const to = inVietnam(2);
  await keep({ from: inVietnam(-1), to });
  const at = `/app/channels/${id}`;
  await Promise.all([lan.goto(at), head.goto(at)]);
  const invitation = (page: Page) => page.getByRole('button', { name: 'Viết tin đầu tiên' });
  await lan.getByText(`Giờ này kênh đang nghỉ. Sau ${to} bác viết được.`).waitFor();
  await expect.poll(() => invitation(lan).count()).toBe(0);
  await invitation(head).waitFor();
  await keep(null);
  await invitation(lan).click();
  await expect.poll(() => composer(lan).evaluate((one) => one === document.activeElement)).toBe(true);
});
