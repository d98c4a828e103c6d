// In whose name a person answers what a message asks.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AnswersBy } from '../../shared/polls.ts';
import type { Roster } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import type { MessageAccess } from '../messages/message.access.ts';
import { Household } from '../places/household.entity.ts';
import { Membership } from '../places/membership.entity.ts';
import { permissionsIn, type Standing } from '../places/place.access.ts';

export interface Answerer {
  /** The person's, or their household's. */
  id: string;
  householdId: string | null;
}

/**
 * Who answers, or null where only households are asked and the person is in none. In a residential group that is the household
 * there; elsewhere the one in which the person has been the longest.
 */
export function answererOf(
  { group, standing }: MessageAccess,
  personId: string,
  by: AnswersBy,
): Answerer | null {
  if (by === 'person') return { id: personId, householdId: null };
  const memberships = [...standing.memberships.values()].toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  const fitting =
    group.kind === 'residential' ? memberships.filter((one) => one.group.id === group.id) : memberships;
  const household = fitting.find((one) => one.household)?.household;
  return household ? { id: household.id, householdId: household.id } : null;
}

/** Where households live is for those who keep the households of their group: only theirs are told. */
export async function addressesOf(
  em: EntityManager,
  householdIds: string[],
  standing: Standing,
): Promise<Map<string, string>> {
  const households = await em.find(Household, { id: householdIds }, { populate: ['group'] });
  const kept = households.filter(({ group }) => permissionsIn(standing, group).has('household.manage'));
  return new Map(kept.map(({ id, address }) => [id, address]));
}

/** All in whose name was answered, and who may read what was asked. */
export async function peopleOf(
  em: EntityManager,
  roster: Roster,
  { personId }: Actor,
  { householdId }: Answerer,
  channelId: string,
): Promise<string[]> {
  if (!householdId) return [personId];
  const members = await em.find(Membership, { household: householdId, status: 'active' });
  const ids = [...new Set([personId, ...members.map(({ person }) => person.id)])];
  const reading = await Promise.all(ids.map((id) => roster.findChannel(id, channelId)));
  return ids.filter((_, index) => reading[index]);
}
