// "13 days ago at 19:14" as a moment before the demo is loaded, in Vietnam's time.

export interface SampleTime {
  daysAgo: number;
  time: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Vietnam keeps one time all year. */
const OFFSET = 7 * 60 * MINUTE;

export class SampleClock {
  readonly now: Date;
  readonly #today: number;

  /** Where the latest of these times is still to come today, today's day of the sample is yesterday: nothing is in the future. */
  constructor(now: Date, times: Iterable<SampleTime>) {
    this.now = now;
    const midnight = Math.floor((now.getTime() + OFFSET) / DAY) * DAY - OFFSET;
    const isAhead = [...times].some((time) => midnight + sinceMidnight(time) > now.getTime());
    this.#today = isAhead ? midnight - DAY : midnight;
  }

  at(time: SampleTime): Date {
    return new Date(this.#today + sinceMidnight(time));
  }

  /** So many minutes later, but never later than now. */
  after(at: Date, minutes: number): Date {
    return new Date(Math.min(at.getTime() + minutes * MINUTE, this.now.getTime()));
  }
}

function sinceMidnight({ daysAgo, time }: SampleTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE - daysAgo * DAY;
}
