// What someone may touch among people. A person asked for by id is obtained only here.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../identity/actor.ts';
import type { Person } from '../identity/person.entity.ts';
import { Membership } from '../places/membership.entity.ts';
import { accessStanding, permissionsIn, type Standing } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';

export interface PersonAccess {
  person: Person;
  standing: Standing;
  /** Their places in groups whose people the actor may know; never none. */
  places: Membership[];
}

/** The person, if the actor may know the people of some group that they are in; `not_found` for everyone else. */
export async function accessPerson(em: EntityManager, actor: Actor, personId: string): Promise<PersonAccess> {
  const standing = await accessStanding(em, actor);
  const all = await em.find(
    Membership,
    { person: personId, status: 'active', group: { commune: standing.communeId } },
    { populate: ['person', 'group', 'household'], orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  const places = all.filter(({ group }) => permissionsIn(standing, group).has('member.list'));
  const first = places[0];
  if (!first) throw new AppError('not_found');
  return { person: first.person, standing, places };
}

/** In which group of theirs the actor may take down this person's picture; undefined where in none. */
export function placeToModerate({ standing, places }: PersonAccess): Membership | undefined {
  return places.find(({ group }) => permissionsIn(standing, group).has('photo.remove'));
}
