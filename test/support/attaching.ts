// What a walk does with photos and files on the page of a channel.
import sharp from 'sharp';
import type { Page } from 'playwright-core';

/** A picture of a phone: large, with the place where it was taken. */
export const picture = (background: string) =>
  sharp({ create: { width: 3000, height: 2000, channels: 3, background } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 8/1 30/1' } })
    .toBuffer();

/** Picks files for the next message, by the photo button or by the menu. */
export async function attach(
  page: Page,
  by: 'Gửi ảnh' | 'Gửi tệp',
  files: { name: string; mimeType: string; buffer: Buffer }[],
) {
  const asked = page.waitForEvent('filechooser');
  if (by === 'Gửi ảnh') await page.getByRole('button', { name: by, exact: true }).first().click();
  else {
    await page.getByRole('button', { name: /^Gửi thêm/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: by }).click();
  }
  await (await asked).setFiles(files);
}

export const send = (page: Page) => page.getByRole('button', { name: 'Gửi', exact: true }).click();
export const last = (page: Page) => page.getByRole('log').getByRole('article').last();
