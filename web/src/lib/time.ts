// Times as people say them, always in the time of Vietnam.
import { getLocale } from './locale.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const tag = () => (getLocale() === 'en' ? 'en-GB' : 'vi-VN');

/** To make one takes as long as to format with it a hundred times, and every row of a conversation asks for several. */
function perLanguage<T>(make: (tag: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    let one = made.get(tag());
    if (!one) made.set(tag(), (one = make(tag())));
    return one;
  };
}

function format(options: Intl.DateTimeFormatOptions): (at: string | Date) => string {
  const one = perLanguage((tag) => new Intl.DateTimeFormat(tag, { timeZone, ...options }));
  return (at) => one().format(new Date(at));
}

const relative = perLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
const number = perLanguage((tag) => new Intl.NumberFormat(tag));

/** 14:05 */
export const clockTime = format({ hour: '2-digit', minute: '2-digit', hour12: false });

/** Thứ Hai, 23 tháng 11, 2026 */
export const longDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** 23/11/2026 */
export const shortDate = format({ day: '2-digit', month: '2-digit', year: 'numeric' });

/** 14:05, Thứ Hai, 23 tháng 11, 2026 */
export const absoluteTime = (at: string | Date) => `${clockTime(at)}, ${longDate(at)}`;

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Vietnam, for grouping: 2026-11-23. */
export const dayOf = (at: string | Date) => calendar.format(new Date(at));

/** Hôm nay, hôm qua, or the date: for the line between two days. */
export function dayName(at: string | Date, now = new Date()): string {
  const days = Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(at))) / 86_400_000);
  if (days === 0 || days === 1) {
    return capital(relative().format(-days, 'day'));
  }
  return capital(longDate(at));
}

/** 5 phút trước, 3 giờ trước, hôm qua, 20/11/2026. */
export function relativeTime(at: string | Date, now = new Date()): string {
  const minutes = (new Date(at).getTime() - now.getTime()) / 60_000;
  const words = relative();
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

export const count = (value: number) => number().format(value);

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(tag()) + text.slice(1);
