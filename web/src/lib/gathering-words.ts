// When something is on, in words.
import type { GatheringCreate } from '../../../shared/gatherings.ts';
import { clockTime, dayOf, longDate } from './time.ts';

/** 18:00–20:00, Thứ Bảy, 28 tháng 11, 2026; over several days both with their days. */
export function when({ startsAt, endsAt }: Pick<GatheringCreate, 'startsAt' | 'endsAt'>): string {
  const start = `${clockTime(startsAt)}`;
  if (endsAt === null) return `${start}, ${longDate(startsAt)}`;
  if (dayOf(startsAt) === dayOf(endsAt)) return `${start}–${clockTime(endsAt)}, ${longDate(startsAt)}`;
  return `${start}, ${longDate(startsAt)} – ${clockTime(endsAt)}, ${longDate(endsAt)}`;
}
