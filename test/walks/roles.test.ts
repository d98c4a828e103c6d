// Path 6: who may not see a thing cannot learn that it exists; who holds an office has its doors.
import { expect, test } from 'vitest';
import { useWard } from '../support/browser.ts';
import { openChannel } from '../support/channel-page.ts';

const ward = useWard();

test('the resident of group 12 sees nothing of group 13, by no address', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await openChannel(lan, 'Tổ dân phố 13');
  const channel = new URL(lan.url()).pathname;
  await lan.goto('/app/groups');
  await lan.getByRole('main').getByRole('link', { name: 'Tổ dân phố 13', exact: true }).click();
  await lan.getByRole('heading', { name: 'Tổ dân phố 13' }).waitFor();
  const group = new URL(lan.url()).pathname;

  const neighbour = await ward.visit({ as: 'resident12', at: '/app/groups' });
  await neighbour.getByRole('main').getByRole('link', { name: 'Tổ dân phố 12', exact: true }).waitFor();
  await expect.poll(() => neighbour.getByText('Tổ dân phố 13').count()).toBe(0);
  for (const address of [channel, group]) {
    await neighbour.goto(address);
    await neighbour
      .getByText(/Không thấy mục này|không ở trong nhóm này/)
      .first()
      .waitFor();
    await expect.poll(() => neighbour.getByText('Tổ dân phố 13').count()).toBe(0);
  }
});

test('a resident has no desk, no audit log and no way to publish; the offices have theirs', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  await lan.getByRole('heading', { name: 'Chào bác Lan' }).waitFor();
  await expect.poll(() => lan.getByRole('navigation').getByRole('link', { name: /^Việc/ }).count()).toBe(0);
  await lan.goto('/app/notices/new');
  await lan.getByText('Bác chưa được gửi thông báo').waitFor();
  await lan.goto('/app/desk');
  await lan.getByText('Bác không có hàng đợi nào').waitFor();

  const tabsOf = { head13: 'Xin vào nhóm', tech: 'Câu hỏi', moderator: 'Báo cáo' } as const;
  for (const [key, tab] of Object.entries(tabsOf) as [keyof typeof tabsOf, string][]) {
    const officer = await ward.visit({ as: key, at: '/app/desk' });
    await officer.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await officer.getByText(tab).first().waitFor();
  }
});

test('the administrator gives a role with its seat; the person has it at once', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const admin = await ward.visit({ as: 'admin', on: 'desktop', at: '/app/groups' });
  await admin
    .getByRole('main')
    .getByRole('link', { name: /Tổ dân phố 13/ })
    .first()
    .click();
  await admin.getByRole('link', { name: 'Người', exact: true }).click();
  await admin.getByRole('button', { name: 'Đổi vai trò của Nguyễn Thị Lan' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Vai trò' }).selectOption('head');
  await dialog.getByRole('textbox', { name: /Chức vụ/ }).fill('Tổ phó tổ 13');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await admin.getByText('Đã lưu vai trò của Nguyễn Thị Lan').waitFor();

  await lan.getByRole('navigation').getByRole('link', { name: /^Việc/ }).first().waitFor();
  await lan.goto('/app/notices');
  await lan.getByRole('link', { name: 'Soạn thông báo' }).waitFor();
});
