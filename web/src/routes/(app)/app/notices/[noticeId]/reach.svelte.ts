// Whom a notice has reached, kept true while one looks.
import type { Hub } from '#lib/hub.svelte.ts';
import { upsertById } from '#shared/collection.ts';
import type { HubEvent, Payload } from '#shared/events.ts';
import type { GroupReach, ReachUnit, ReceiptState } from '#shared/notices.ts';
import { reachCounts } from '#shared/reach.ts';

const ranks: ReceiptState[] = ['none', 'seen', 'acknowledged'];
const { compare } = new Intl.Collator('vi', { numeric: true });

export class Reach {
  groups: GroupReach[] | null = $state.raw(null);
  error: unknown = $state.raw(null);
  #loads = 0;
  #meanwhile: Payload<'reach.changed'>[] = [];
  readonly #hub: Hub;
  readonly #noticeId: string;

  constructor(hub: Hub, noticeId: string) {
    this.#hub = hub;
    this.#noticeId = noticeId;
  }

  /** By what they count: doors of all residential groups together, people of all others together. */
  totals = $derived.by(() =>
    (['household', 'person'] as const).flatMap((unit) => {
      const units = this.groups?.filter((group) => group.unit === unit).flatMap((group) => group.units) ?? [];
      return units.length > 0 ? [{ unit, units }] : [];
    }),
  );
  /** Households that have not seen it, those without a phone first, by group. */
  doors = $derived.by(() =>
    (this.groups ?? []).flatMap(({ group, unit, units }) => {
      const left = unit === 'household' ? inOrder(units).filter(({ state }) => state === 'none') : [];
      return left.length > 0 ? [{ group, units: left }] : [];
    }),
  );
  doorCount = $derived(this.doors.reduce((sum, { units }) => sum + units.length, 0));

  async load(): Promise<void> {
    this.#loads += 1;
    try {
      const { groups } = await this.#hub.call('notice.reach', { params: { noticeId: this.#noticeId } });
      this.groups = groups;
      this.error = null;
      for (const change of this.#meanwhile) this.#take(change);
    } catch (error) {
      this.error = error;
    } finally {
      this.#loads -= 1;
      if (this.#loads === 0) this.#meanwhile = [];
    }
  }

  apply([name, payload]: HubEvent) {
    if (name !== 'reach.changed' || payload.noticeId !== this.#noticeId) return;
    if (this.#loads > 0) this.#meanwhile.push(payload);
    this.#take(payload);
  }

  #take({ groupId, unit }: Payload<'reach.changed'>) {
    this.groups =
      this.groups?.map((reach) =>
        reach.group.id === groupId
          ? { ...reach, units: upsertById(reach.units, furthest(reach, unit)) }
          : reach,
      ) ?? null;
  }
}

/** Receipts only grow, so what comes late or twice takes nothing back. */
function furthest({ units }: GroupReach, unit: ReachUnit): ReachUnit {
  const known = units.find(({ id }) => id === unit.id);
  return known && ranks.indexOf(known.state) > ranks.indexOf(unit.state)
    ? { ...unit, state: known.state }
    : unit;
}

/** Not seen first, among them the doors to knock on; then by address. */
export function inOrder(units: ReachUnit[]): ReachUnit[] {
  return units.toSorted(
    (a, b) =>
      ranks.indexOf(a.state) - ranks.indexOf(b.state) ||
      Number(b.isOffline) - Number(a.isOffline) ||
      compare(a.label, b.label),
  );
}

export function shares(units: ReachUnit[]): { acknowledged: number; seenOnly: number } {
  const { total, seen, acknowledged } = reachCounts(units);
  const share = (part: number) => (total > 0 ? (part / total) * 100 : 0);
  return { acknowledged: share(acknowledged), seenOnly: share(seen - acknowledged) };
}
