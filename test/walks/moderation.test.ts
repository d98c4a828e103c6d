// Path 5: a report, a case, a decision, and everyone told.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useWard } from '../support/browser.ts';
import { choose, openChannel, said, say, toNewest } from '../support/channel-page.ts';

const ward = useWard();
const commune = ['Phường Sông Cầu', 'Chuyện chung của phường'] as const;

async function report(page: Page, text: string): Promise<void> {
  await choose(page, text, 'Báo cáo vi phạm');
  const dialog = page.getByRole('dialog', { name: 'Báo cáo vi phạm' });
  await dialog.getByRole('combobox').selectOption({ label: 'Lừa đảo' });
  await dialog.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page.getByText('Đã gửi báo cáo').waitFor();
}

async function decide(moderator: Page, text: string, action: 'Gỡ' | 'Giữ lại'): Promise<void> {
  const inQueue = moderator.getByRole('main').getByRole('link').filter({ hasText: text });
  await inQueue.click();
  await moderator.getByRole('heading', { name: 'Ai báo, vì sao' }).waitFor();
  await moderator.getByRole('heading', { name: /Lời bị báo/ }).waitFor();
  await moderator.getByRole('button', { name: action, exact: true }).click();
  const dialog = moderator.getByRole('dialog');
  await dialog.getByRole('group', { name: 'Lý do có sẵn' }).getByRole('button').first().click();
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a removed message leaves every open screen; author and reporter are told; the log keeps it', async () => {
  const text = 'Bấm vào đây nhận quà 500 nghìn của điện lực';
  const author = await ward.visit({ as: 'resident12' });
  const reporter = await ward.visit({ as: 'resident13' });
  const moderator = await ward.visit({ as: 'moderator', on: 'desktop', at: '/app/desk' });
  await Promise.all([openChannel(author, ...commune), openChannel(reporter, ...commune)]);
  await toNewest(reporter);
  await say(author, text);
  await said(reporter, text).waitFor();
  await report(reporter, text);

  await decide(moderator, text, 'Gỡ');
  await said(reporter, 'Tin đã gỡ theo quy định').last().waitFor();
  await expect.poll(() => author.getByText(text).count()).toBe(0);
  await expect.poll(() => reporter.getByText(text).count()).toBe(0);

  await author.goto('/app');
  await author.getByText(/Một tin của bác đã bị gỡ vì: Lừa đảo/).waitFor();
  await reporter.goto('/app');
  await reporter.getByText(/Nội dung bác báo đã được gỡ/).waitFor();

  await moderator.goto('/app/audit');
  await moderator
    .getByText(/gỡ một lời bị báo: Lừa đảo/)
    .first()
    .waitFor();
});

test('a dismissed report leaves the message where it stands and tells the reporter', async () => {
  const text = 'Gạo nhà tôi mười lăm nghìn một cân';
  const author = await ward.visit({ as: 'resident12' });
  const reporter = await ward.visit({ as: 'resident13' });
  const moderator = await ward.visit({ as: 'moderator', on: 'desktop', at: '/app/desk' });
  await Promise.all([openChannel(author, ...commune), openChannel(reporter, ...commune)]);
  await toNewest(reporter);
  await say(author, text);
  await said(reporter, text).waitFor();
  await report(reporter, text);
  await decide(moderator, text, 'Giữ lại');
  await said(author, text).waitFor();
  await reporter.goto('/app');
  await reporter
    .getByText(/Nội dung bác báo được giữ lại/)
    .first()
    .waitFor();
});
