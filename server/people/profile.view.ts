import type { ProfilePlace, ProfileView } from '../../shared/people.ts';
import { householdRef } from '../places/household.view.ts';
import type { Membership } from '../places/membership.entity.ts';
import { permissionsIn, type Standing } from '../places/place.access.ts';
import { photoOf } from '../identity/person.view.ts';
import { placeToModerate, type PersonAccess } from './person.access.ts';

export function profileView(access: PersonAccess): ProfileView {
  const { person, standing, places } = access;
  return {
    id: person.id,
    name: person.name,
    ...photoOf(person.photo),
    places: places.map((place) => placeView(place, standing)),
    canRemovePhoto: Boolean(person.photo && placeToModerate(access)),
  };
}

function placeView(membership: Membership, standing: Standing): ProfilePlace {
  const { id, group, role, seat, household } = membership;
  return {
    membershipId: id,
    group: { id: group.id, name: group.name, kind: group.kind },
    role,
    seat: seat ?? null,
    household: household && mayKnowHome(membership, standing) ? householdRef(household) : null,
  };
}

/** Where somebody lives is known to those who live there too, and to those who keep the households of the group. */
function mayKnowHome({ group, household }: Membership, standing: Standing): boolean {
  const mine = standing.memberships.get(group.id);
  return mine?.household?.id === household?.id || permissionsIn(standing, group).has('household.manage');
}
