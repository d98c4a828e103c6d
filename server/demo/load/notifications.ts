// What the sample people were told, as the services would have told it.
import type { NotificationKind } from '../../../shared/notifications.ts';
import { demoKeys } from '../demo.keys.ts';
import type { Rows } from '../rows.ts';
import type { SampleClock } from './clock.ts';
import { newIdAt } from './new-id.ts';

interface Told {
  person: string;
  kind: NotificationKind;
  data: Record<string, string>;
  at: Date;
}

const DAY_MINUTES = 24 * 60;

/** Collected from all that happened, then kept in the order of time. */
export class Notifications {
  readonly #told: Told[] = [];

  tell(person: string, kind: NotificationKind, at: Date, data: Record<string, string>): void {
    this.#told.push({ person, kind, at, data });
  }

  /** Old ones were read within the hour; yesterday's, and the last one of whoever may be tried, still wait. */
  build(rows: Rows, clock: SampleClock, personId: (key: string) => string): void {
    const told = this.#told.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const newest = new Map(told.map((one) => [one.person, one]));
    const isKept = ({ person }: Told) => demoKeys.some((key) => key === person);
    for (const one of told) {
      const isFresh = clock.after(one.at, 2 * DAY_MINUTES) >= clock.now;
      const isWaiting = isFresh || (isKept(one) && newest.get(one.person) === one);
      rows.add('notification', {
        id: newIdAt(one.at),
        person_id: personId(one.person),
        kind: one.kind,
        data: one.data,
        created_at: one.at,
        read_at: isWaiting ? null : clock.after(one.at, 50),
      });
    }
  }
}
