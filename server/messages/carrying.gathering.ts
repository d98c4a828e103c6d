import type { Gathering, GatheringCreate } from '../../shared/gatherings.ts';
import { AppError } from '../platform/app-error.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A gathering to come. Who comes, and the reminders, stand to the right, in `answers`. */
export function carriedGathering(given: GatheringCreate, title: string): Gathering {
  if (!title) throw new AppError('bad_request', { issues: [{ path: 'text', message: 'something is on' }] });
  checkTimes(given);
  return { ...given, counts: { yes: 0, maybe: 0, no: 0, people: 0 } };
}

/** One that has just begun may still be told of. */
export function checkTimes({ startsAt, endsAt }: Pick<GatheringCreate, 'startsAt' | 'endsAt'>): void {
  const start = Date.parse(startsAt);
  const end = endsAt === null ? start : Date.parse(endsAt);
  const ahead = start - Date.now();
  if (ahead < -HOUR || ahead > 2 * 366 * DAY || end < start || end - start > 31 * DAY)
    throw new AppError('bad_request', { issues: [{ path: 'gathering', message: 'not a time to come' }] });
}
