// The rules of reach, pure: in which groups a notice counts, by what, and when a household is reached.
import type { GroupReach, ReachUnit, ReceiptState } from '../../shared/notices.ts';
import type { GroupKind } from '../../shared/places.ts';

interface CountedGroup {
  id: string;
  kind: GroupKind;
}

/** To whom a notice goes, as chosen. */
export interface Audience {
  groupIds: Set<string>;
  /** The commune's own group was among the chosen: everyone. */
  isCommuneWide: boolean;
}

export function audienceOf(groups: CountedGroup[]): Audience {
  return {
    groupIds: new Set(groups.map(({ id }) => id)),
    isCommuneWide: groups.some(({ kind }) => kind === 'commune'),
  };
}

/**
 * Whether a notice to this audience counts in this group. The commune's own group is never counted itself: a notice to everyone
 * counts by the doors of all residential groups.
 */
export function countsIn({ groupIds, isCommuneWide }: Audience, { id, kind }: CountedGroup): boolean {
  if (kind === 'commune') return false;
  return groupIds.has(id) || (isCommuneWide && kind === 'residential');
}

/** Whether somebody with these groups is among those addressed. */
export function concerns({ groupIds, isCommuneWide }: Audience, memberOf: Iterable<string>): boolean {
  return isCommuneWide || [...memberOf].some((groupId) => groupIds.has(groupId));
}

/** Whether somebody who may measure in these groups may measure a notice to this audience. */
export function canMeasure(audience: Audience, measurable: CountedGroup[]): boolean {
  return measurable.some((group) => audience.groupIds.has(group.id) || countsIn(audience, group));
}

/** Doors in residential groups, heads elsewhere. */
export function unitOf(kind: GroupKind): GroupReach['unit'] {
  return kind === 'residential' ? 'household' : 'person';
}

const ranks: ReceiptState[] = ['none', 'seen', 'acknowledged'];

/** The furthest that anyone of these came. */
export function bestState(states: ReceiptState[]): ReceiptState {
  return ranks[Math.max(0, ...states.map((state) => ranks.indexOf(state)))]!;
}

/** A household is reached by its best member; one without active member or smartphone gets a knock on the door. */
export function householdUnit(household: {
  id: string;
  label: string;
  hasSmartphone: boolean;
  states: ReceiptState[];
}): ReachUnit {
  const { id, label, hasSmartphone, states } = household;
  return { id, label, state: bestState(states), isOffline: !hasSmartphone || states.length === 0 };
}

/**
 * The seat a notice is signed with: the one held in the chosen group where there is just one, else the one held in the commune;
 * failing that, one held in any of the chosen groups.
 */
export function authorSeat(inChosen: (string | null)[], inCommune: string | null): string | null {
  const held = inChosen.find((seat) => seat !== null) ?? null;
  return inChosen.length === 1 ? (held ?? inCommune) : (inCommune ?? held);
}
