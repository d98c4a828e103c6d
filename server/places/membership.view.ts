import type { MemberRequest, MemberView, MyMembership } from '../../shared/places.ts';
import { photoOf } from '../identity/person.view.ts';
import { groupView } from './group.view.ts';
import { householdRef } from './household.view.ts';
import type { Membership } from './membership.entity.ts';
import { permissionsIn, type Standing } from './place.access.ts';

/** One's own membership; its group and household are populated. */
export function myMembershipView(membership: Membership, standing: Standing | null): MyMembership {
  const { id, group, role, seat, status, household, mutedUntil } = membership;
  return {
    id,
    group: groupView(group),
    role,
    seat: seat ?? null,
    status,
    household: household ? householdRef(household) : null,
    mutedUntil: mutedUntil?.toISOString() ?? null,
    permissions: standing ? [...permissionsIn(standing, group)] : [],
  };
}

/** As the others of the group see it; its person is populated. */
export function memberView({ id, person, role, seat }: Membership): MemberView {
  return { id, personId: person.id, name: person.name, ...photoOf(person.photo), role, seat: seat ?? null };
}

/** As those who admit see it, who recognise a neighbour by the phone number; person, group and household are populated. */
export function memberRequestView(membership: Membership): MemberRequest {
  const { id, group, person, household, status, createdAt } = membership;
  return {
    id,
    group: { id: group.id, name: group.name },
    name: person.name,
    phone: person.phone,
    household: household ? householdRef(household) : null,
    status,
    createdAt: createdAt.toISOString(),
  };
}

const collator = new Intl.Collator('vi');
const givenName = (name: string) => name.slice(name.lastIndexOf(' ') + 1);

/** Those who hold an office first; then by given name, as Vietnamese lists of people go. */
export function byOfficeThenName(a: MemberView, b: MemberView): number {
  return (
    Number(a.seat === null) - Number(b.seat === null) ||
    collator.compare(givenName(a.name), givenName(b.name)) ||
    collator.compare(a.name, b.name)
  );
}
