// What is lost, refused or overtaken on the way between a window, its device and the hub: nothing that was said or told goes with it.
import { expect, test } from 'vitest';
import { useWard } from '../support/browser.ts';
import { openChannel, said, say } from '../support/channel-page.ts';
import { isReady } from '../support/kept-on.ts';

const ward = useWard();

test('a channel that is opened after a start whose first reading failed shows what was said since', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await openChannel(lan, 'Tổ dân phố 13');
  const address = new URL(lan.url()).pathname;
  await isReady(lan, address);
  let failures = 0;
  await lan.route('**/api/groups', (route) => {
    failures += 1;
    return failures === 1 ? route.abort() : route.continue();
  });
  // When the channel has fallen quiet all who listen are told how far it has come: after that nothing comes by itself.
  const channelId = address.split('/').at(-1)!;
  let settlings = 0;
  lan.on('websocket', (wire) =>
    wire.on('framereceived', ({ payload }) => {
      const packet = String(payload);
      if (packet.includes('"channel.settled"') && packet.includes(channelId)) settlings += 1;
    }),
  );
  // What this device reads ahead is read by then, and will not be again.
  const isAhead = lan.waitForResponse(/\/api\/threads\?view=mine/);
  await lan.goto('/app/groups');
  const card = lan
    .getByRole('main')
    .locator('.card')
    .filter({ has: lan.getByRole('link', { name: 'Tổ dân phố 13', exact: true }) });
  const link = card.getByRole('link', { name: 'Trò chuyện' }).first();
  await expect.poll(() => failures).toBeGreaterThan(1);
  await isAhead;
  const before = await link.innerText();
  await openChannel(head, 'Tổ dân phố 13');
  for (const text of ['Mới một', 'Mới hai', 'Mới ba']) await say(head, text);
  await expect.poll(() => link.innerText()).not.toBe(before);
  const told = settlings;
  await expect.poll(() => settlings).toBeGreaterThan(told);
  await link.click();
  await said(lan, 'Mới ba').waitFor();
});

test('on a device that is full, words go out all the same', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await lan.addInitScript(() => {
    IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
      apply(put, store: IDBObjectStore, given: [unknown]) {
        if (store.name === 'outbox') throw new DOMException('full', 'QuotaExceededError');
        return Reflect.apply(put, store, given);
      },
    });
  });
  await lan.reload();
  await openChannel(lan, 'Tổ dân phố 13');
  await say(lan, 'Máy đầy rồi mà vẫn gửi được');
});

test('an answer whose acknowledgement was lost, and that was then corrected, does not swallow the correction', async () => {
  const tech = await ward.visit({ as: 'tech', on: 'desktop', at: '/app/desk' });
  await tech
    .getByRole('link', { name: /Ông nội em 84 tuổi/ })
    .first()
    .click();
  const field = tech.getByRole('textbox', { name: 'Trả lời thay mặt phường, xã' });
  const button = tech.getByRole('button', { name: 'Trả lời', exact: true });
  await tech.route(
    '**/api/threads/*/posts',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await field.fill('Cán bộ đến nhà chứng thực được ạ, mời bác gọi số 0209 3870 115.');
  await button.click();
  await tech.getByText(/^Không tới được máy chủ/).waitFor();
  expect(await field.inputValue()).toContain('0209 3870 115');
  await field.fill('Cán bộ đến nhà chứng thực được ạ, mời bác gọi số 0209 3870 116.');
  await button.click();
  await tech.getByRole('article').filter({ hasText: '0209 3870 116' }).waitFor();
  await expect.poll(() => field.inputValue()).toBe('');
});
