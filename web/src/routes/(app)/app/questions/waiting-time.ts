import { duration } from '#lib/time.ts';
import { getLocale } from '#lib/locale.ts';

/** How long since, in words: 40 phút, 5 giờ, 3 ngày. */
export function waitingTime(since: string, now: Date): string {
  const seconds = Math.max(60, (now.getTime() - Date.parse(since)) / 1000);
  if (seconds < 48 * 3600) return duration(seconds);
  const words = new Intl.NumberFormat(getLocale() === 'en' ? 'en-GB' : 'vi-VN', {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  });
  return words.format(Math.floor(seconds / 86_400));
}
