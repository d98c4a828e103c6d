// When one may speak, change or take back what was said: pure, and without the schemas, so that the web can ask it too.
import type { ChannelSettings } from './channels.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Vietnam has no summer time. */
const VIETNAM_MINUTES = 7 * 60;

/** When the channel may be written in again; null where it may be now. */
export function quietUntil({ quiet }: Pick<ChannelSettings, 'quiet'>, now: Date): Date | null {
  if (!quiet) return null;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const minutes = Math.floor(now.getTime() / MINUTE_MS);
  const length = (to - from + DAY_MINUTES) % DAY_MINUTES;
  const since = (minutes + VIETNAM_MINUTES - from + DAY_MINUTES) % DAY_MINUTES;
  return since < length ? new Date((minutes + length - since) * MINUTE_MS) : null;
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether what was said at `createdAt` may still be changed, or taken back; null: without a limit. */
export const isWithin = (minutes: number | null, createdAt: string, now: number) =>
  minutes === null || now - Date.parse(createdAt) <= minutes * MINUTE_MS;
