import type { HouseholdRef, HouseholdView } from '../../shared/places.ts';
import type { Household } from './household.entity.ts';
import type { Membership } from './membership.entity.ts';

/** Where it is, never who lives there. */
export function householdRef({ id, address }: Household): HouseholdRef {
  return { id, address };
}

/** `members` are admitted memberships of this household, with their people populated. */
export function householdView(household: Household, members: Membership[]): HouseholdView {
  return {
    ...householdRef(household),
    groupId: household.group.id,
    hasSmartphone: household.hasSmartphone,
    members: members.map(({ person }) => ({ id: person.id, name: person.name })),
  };
}

const collator = new Intl.Collator('vi', { numeric: true });

/** As one walks along the alley: house 9 before house 10. */
export const byAddress = (a: Household, b: Household) => collator.compare(a.address, b.address);
