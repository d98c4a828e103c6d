// Being told: from the tap on the bell to the lock screen and back, with a push service of our own in place of the maker's.
import { afterAll, expect, test } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { seriousFaults, useWard } from '../support/browser.ts';
import { openChannel, say } from '../support/channel-page.ts';
import { startPushService, type Device } from '../support/push-service.ts';

const ward = useWard({ PUSH_TO_LOOPBACK: '1' });
const service = await startPushService();
afterAll(service.close);

/** The browser registers with our service in place of its maker's, which no test can reach. */
async function registerAt(page: Page, device: Device): Promise<void> {
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript((given) => {
    let isOn = sessionStorage.getItem('registered') === 'yes';
    const turn = (on: boolean) => {
      isOn = on;
      sessionStorage.setItem('registered', on ? 'yes' : 'no');
    };
    const subscription = {
      endpoint: given.endpoint,
      toJSON: () => given,
      unsubscribe: () => Promise.resolve(turn(false)),
    };
    PushManager.prototype.subscribe = () => Promise.resolve(turn(true)).then(() => subscription as never);
    PushManager.prototype.getSubscription = () => Promise.resolve(isOn ? (subscription as never) : null);
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    Notification.requestPermission = () => Promise.resolve('granted');
  }, device.subscription());
}

/** Carries what the service got since the last time on to the browser's own worker, as the maker's does. */
async function carryOn(page: Page, device: Device): Promise<() => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registration = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registration;
  let carried = 0;
  return async () => {
    for (const { letter } of device.received.slice(carried)) {
      carried += 1;
      const data = JSON.stringify(letter);
      await session.send('ServiceWorker.deliverPushMessage', {
        origin: new URL(page.url()).origin,
        registrationId,
        data,
      });
    }
  };
}

interface Shown {
  title: string;
  body: string;
  tag: string;
}

/** What the worker has the browser show from now on; the browser itself puts it away again after a while. */
async function watchShown(page: Page): Promise<() => Promise<Shown[]>> {
  const worker = page.context().serviceWorkers()[0]!;
  await worker.evaluate(() => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const shown: unknown[] = [];
    const show = registration.showNotification.bind(registration);
    registration.showNotification = (title, options) => {
      shown.push({ title, body: options?.body, tag: options?.tag });
      return show(title, options);
    };
    Object.assign(globalThis, { shown });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { shown: Shown[] }).shown);
}

test('turned on with one tap, a trial comes and says how long it took; a neighbour’s words reach the lock screen', async () => {
  const device = service.device();
  const page = await ward.visit({ as: 'resident13', at: '/app/me' });
  await registerAt(page, device);
  await page.goto('/app/me/push');
  await page.getByRole('button', { name: 'Bật thông báo' }).click();
  await page.getByText('Máy này đang nhận thông báo.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const carry = await carryOn(page, device);
  const shown = await watchShown(page);
  await page.getByRole('button', { name: 'Gửi thử một thông báo' }).click();
  const arrived = page.getByText(/^Đã đến sau \d+,\d giây\.$/);
  await expect.poll(() => carry().then(() => arrived.isVisible())).toBe(true);
  await expect
    .poll(() => shown())
    .toEqual([{ title: 'Thử thông báo', body: 'Máy này nhận được thông báo của Đình.', tag: 'trial' }]);

  // The night of whoever runs this test is not the matter here.
  const rest = page.getByRole('checkbox', { name: /^Giờ nghỉ/ });
  // Hours that end where they begin are none, and the field shows again what holds.
  const [from, to] = [page.getByLabel('Từ', { exact: true }), page.getByLabel('Đến', { exact: true })];
  const held = await from.inputValue();
  await from.fill(await to.inputValue());
  await from.blur();
  await page.getByText('Giờ bắt đầu và giờ hết phải có, và khác nhau.').waitFor();
  expect(await from.inputValue()).toBe(held);
  // What the hub did not take is shown again as it holds.
  const talk = page.getByRole('checkbox', { name: /^Trò chuyện/ });
  await page.route('**/api/me/attention', (route) => route.abort());
  await talk.click();
  await page.getByText(/^Không tới được máy chủ/).waitFor();
  await expect.poll(() => talk.isChecked()).toBe(true);
  await page.unroute('**/api/me/attention');
  if (await rest.isChecked()) await rest.click();
  await expect.poll(() => rest.isEnabled()).toBe(true);
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await openChannel(head, 'Tổ dân phố 13');
  await say(head, 'Tối nay họp tổ lúc 19 giờ 30');
  await expect
    .poll(async () => {
      await carry();
      return (await shown()).map(({ body }) => body);
    })
    .toContainEqual(expect.stringContaining('Tối nay họp tổ lúc 19 giờ 30'));

  await page.getByRole('button', { name: 'Tắt trên máy này' }).click();
  await page.getByText('Máy này chưa nhận thông báo.').waitFor();
});

test('a muted channel keeps its number to itself, on every device at once', async () => {
  // Never on the first page: what it shows is read then, and the number falls.
  const page = await ward.visit({ as: 'resident13', at: '/app/groups' });
  await openChannel(page, 'Tổ dân phố 13');
  await page.getByRole('button', { name: 'Báo tin' }).click();
  const dialog = page.getByRole('dialog', { name: /^Báo tin của/ });
  // A choice that the hub did not take: said in the dialog, where it can be seen, and the field shows again what holds.
  await page.route('**/api/channels/*/attention', (route) => route.abort(), { times: 1 });
  const none = dialog.getByRole('radio', { name: /^Không báo/ });
  await none.click();
  await dialog
    .getByRole('status')
    .getByText(/^Không tới được máy chủ/)
    .waitFor();
  expect(await none.isChecked()).toBe(false);
  await dialog.getByRole('button', { name: '8 giờ' }).click();
  await dialog.getByText(/^Đang tắt đến/).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Đóng' }).first().click();
  await page.getByRole('button', { name: 'Báo tin: đang tắt' }).waitFor();
  const channel = new URL(page.url()).pathname;

  const other = await ward.visit({ as: 'resident13', at: '/app/groups' });
  await expect.poll(() => other.title()).toContain('Nhóm của tôi');
  const title = await other.title();
  const head = await ward.visit({ as: 'head13', on: 'desktop' });
  await openChannel(head, 'Tổ dân phố 13');
  await page.goto('/app/groups');
  await say(head, 'Có ai thấy con mèo vàng không?');
  const row = other.getByRole('main').locator(`a[href="${channel}"]`);
  await row.getByText(/chưa đọc/).waitFor();
  await expect.poll(() => row.locator('.badge').count()).toBe(0);
  await expect.poll(() => other.title()).toBe(title);
});
