// Times as people say them, always in the time of Vietnam.
import { getLocale } from './locale.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const tag = () => (getLocale() === 'en' ? 'en-GB' : 'vi-VN');
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag(), { timeZone, ...options });

/** 14:05 */
export const clockTime = (at: string | Date) =>
  format({ hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));

/** Thứ Hai, 23 tháng 11, 2026 */
export const longDate = (at: string | Date) =>
  format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));

/** 23/11/2026 */
export const shortDate = (at: string | Date) =>
  format({ day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(at));

/** 14:05, Thứ Hai, 23 tháng 11, 2026 */
export const absoluteTime = (at: string | Date) => `${clockTime(at)}, ${longDate(at)}`;

/** The calendar day in Vietnam, for grouping: 2026-11-23. */
export const dayOf = (at: string | Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(at),
  );

/** Hôm nay, hôm qua, or the date: for the line between two days. */
export function dayName(at: string | Date, now = new Date()): string {
  const days = Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(at))) / 86_400_000);
  if (days === 0 || days === 1) {
    return capital(new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' }).format(-days, 'day'));
  }
  return capital(longDate(at));
}

/** 5 phút trước, 3 giờ trước, hôm qua, 20/11/2026. */
export function relativeTime(at: string | Date, now = new Date()): string {
  const minutes = (new Date(at).getTime() - now.getTime()) / 60_000;
  const words = new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' });
  if (Math.abs(minutes) < 1) return words.format(0, 'second');
  if (Math.abs(minutes) < 60) return words.format(Math.trunc(minutes), 'minute');
  if (Math.abs(minutes) < 24 * 60) return words.format(Math.trunc(minutes / 60), 'hour');
  if (Math.abs(minutes) < 7 * 24 * 60) return words.format(Math.trunc(minutes / 60 / 24), 'day');
  return shortDate(at);
}

/** A stretch of seconds in words: 45 giây, 1 phút, 3 phút. */
export function duration(seconds: number): string {
  const [value, unit] =
    seconds < 90 && seconds !== 60
      ? [seconds, 'second']
      : seconds < 5400
        ? [seconds / 60, 'minute']
        : [seconds / 3600, 'hour'];
  return new Intl.NumberFormat(tag(), { style: 'unit', unit: unit as string, unitDisplay: 'long' }).format(
    Math.ceil(value as number),
  );
}

export const count = (value: number) => new Intl.NumberFormat(tag()).format(value);

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(tag()) + text.slice(1);
