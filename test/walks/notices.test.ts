// Path 3: a notice goes to its groups, and its reach comes back household by household.
import { expect, test } from 'vitest';
import { useWard } from '../support/browser.ts';
import { openChannel } from '../support/channel-page.ts';

const ward = useWard();
const title = 'Cắt nước sáng thứ Sáu ở tổ 13';

test('an official publishes to a group; it stands pinned, live; “Đã rõ” moves the reach', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const neighbour = await ward.visit({ as: 'resident12' });
  await openChannel(lan, 'Tổ dân phố 13');
  const official = await ward.visit({ as: 'official', on: 'desktop', at: '/app/notices' });

  await official.getByRole('link', { name: 'Soạn thông báo' }).click();
  // Nothing goes out half made.
  await official.getByRole('button', { name: 'Gửi thông báo' }).click();
  await official.getByText('Xin ghi tiêu đề').waitFor();
  await official.getByRole('textbox', { name: 'Tiêu đề' }).fill(title);
  await official
    .getByRole('textbox', { name: 'Nội dung' })
    .fill('Từ 7 giờ đến 11 giờ. Bà con trữ nước từ tối thứ Năm.');
  await official.getByRole('radio', { name: 'Chọn nhóm' }).check();
  await official.getByRole('checkbox', { name: 'Tổ dân phố 13', exact: true }).check();
  await official.getByRole('button', { name: 'Gửi thông báo' }).click();
  const dialog = official.getByRole('dialog');
  await dialog.getByRole('heading', { name: /Gửi tới \d+ hộ\?/ }).waitFor();
  await dialog.getByRole('button', { name: 'Gửi ngay' }).click();
  await official.getByRole('heading', { name: title }).waitFor();

  const reach = official.getByRole('region', { name: 'Đã tới ai' });
  await reach.getByText(/^0\/\d+ hộ đã rõ, 0 đã xem$/).waitFor();

  // Pinned on the open channel, without a reload, and in the list.
  const pin = lan.getByRole('region', { name: 'Thông báo đang ghim' });
  await pin.getByText(title).waitFor();
  await lan.screenshot();
  await pin.getByRole('button', { name: 'Đã rõ' }).click();
  await pin.getByRole('button', { name: 'Đã rõ' }).waitFor({ state: 'hidden' });
  await reach.getByText(/^1\/\d+ hộ đã rõ, 1 đã xem$/).waitFor();
  await reach.getByRole('button', { name: /Xem từng hộ/ }).click();
  await reach
    .getByRole('listitem')
    .filter({ hasText: 'Đã rõ' })
    .filter({ hasText: 'Số 4, ngõ 5 đường Bờ Sông' })
    .waitFor();
  await lan.goto('/app/notices');
  await lan.getByRole('link', { name: title }).waitFor();

  // The next group has no such notice, by no address.
  await neighbour.goto('/app/notices');
  await neighbour.getByRole('heading', { name: 'Thông báo', level: 1 }).waitFor();
  await expect.poll(() => neighbour.getByText(title).count()).toBe(0);
  await neighbour.goto(new URL(official.url()).pathname);
  await neighbour.getByText('Không thấy mục này').waitFor();

  // Taken back, it leaves the open screens.
  await openChannel(lan, 'Tổ dân phố 13');
  await pin.getByText(title).waitFor();
  const reading = await lan.context().newPage();
  await reading.goto(new URL(official.url()).pathname);
  await reading.getByRole('heading', { name: title }).waitFor();
  await official.getByRole('button', { name: 'Thu hồi' }).click();
  await official.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await expect.poll(() => pin.getByText(title).count()).toBe(0);
  // And whoever is reading it learns it.
  await reading.getByText('Xin đừng làm theo nữa').waitFor();
});

test('an urgent notice leads the day of everyone until they say that they know', async () => {
  const lan = await ward.visit({ as: 'resident13' });
  const official = await ward.visit({ as: 'official', at: '/app/notices/new' });
  await official.getByRole('textbox', { name: 'Tiêu đề' }).fill('Nước sông lên nhanh');
  await official.getByRole('textbox', { name: 'Nội dung' }).fill('Bà con ven sông kê đồ lên cao.');
  await official.getByRole('radio', { name: 'Khẩn' }).check();
  const everyone = official.getByRole('radio', { name: 'Toàn phường, xã' });
  await everyone.check();
  await official.getByRole('button', { name: 'Gửi thông báo' }).click();
  await official.getByRole('dialog').getByRole('button', { name: 'Gửi ngay' }).click();

  const urgent = lan.getByRole('region', { name: /Thông báo khẩn/ });
  await urgent.getByText('Nước sông lên nhanh').waitFor();
  await urgent.getByRole('button', { name: /Đã rõ/ }).first().click();
  await expect.poll(() => urgent.getByText('Nước sông lên nhanh').count()).toBe(0);
});
