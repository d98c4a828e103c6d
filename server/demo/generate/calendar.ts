// The year that was lived: its days, how much is said on each, and at which hours. All in Vietnam's time, which has no summer time.
import type { Random } from './random.ts';

const OFFSET = 7 * 3600 * 1000;
export const DAY = 24 * 3600 * 1000;
export const DAYS = 365;

export interface Day {
  /** Its midnight. */
  start: number;
  month: number;
  /** How much is said, relative to other days. */
  weight: number;
}

/** The year that ends with this day, given as YYYY-MM-DD. */
export function yearUntil(lastDay: string, random: Random): Day[] {
  const last = Date.parse(`${lastDay}T00:00:00Z`) - OFFSET;
  return Array.from({ length: DAYS }, (_, index) => {
    const start = last - (DAYS - 1 - index) * DAY;
    const date = new Date(start + OFFSET);
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    // More people join in as the year goes by.
    const growth = 0.7 + (0.6 * index) / DAYS;
    return {
      start,
      month: date.getUTCMonth() + 1,
      weight: growth * (isWeekend ? 1.25 : 1) * (0.7 + random.next() * 0.6),
    };
  });
}

/** When people write: before work, at noon, most of all in the evening; hardly at night. */
const hours = [1, 0, 0, 0, 2, 12, 26, 28, 20, 16, 16, 20, 22, 14, 10, 12, 14, 22, 34, 44, 46, 36, 18, 5];
const steps = hours.flatMap((weight, hour) => Array.from({ length: weight }, () => hour));

/** A moment of a day at which somebody may start to talk. */
export function momentOf({ start }: Day, random: Random): number {
  return start + (random.pick(steps) * 3600 + random.below(3600)) * 1000 + random.below(1000);
}

/** Splits `total` into whole parts in proportion to the weights: exactly, and each part nearly fair. */
export function share(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let given = 0;
  let reached = 0;
  return weights.map((weight) => {
    reached += weight;
    const upTo = Math.round((total * reached) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
