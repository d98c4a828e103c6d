// In whose name a person answers what a message asks.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AnswersBy } from '../../shared/polls.ts';
import type { MessageAccess } from '../messages/message.access.ts';
import type { Group } from '../places/group.entity.ts';
import { Household } from '../places/household.entity.ts';
import { Membership } from '../places/membership.entity.ts';

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

/** Where households live is for those who keep the households of the group: only theirs are told. */
export async function addressesOf(
  em: EntityManager,
  householdIds: string[],
  group: Group,
): Promise<Map<string, string>> {
  const households = await em.find(Household, {
    id: householdIds,
    ...(group.kind === 'residential' && { group }),
  });
  return new Map(households.map(({ id, address }) => [id, address]));
}

/** All in whose name was answered. */
export async function peopleOf(
  em: EntityManager,
  personId: string,
  { householdId }: Answerer,
): Promise<string[]> {
  if (!householdId) return [personId];
  const members = await em.find(Membership, { household: householdId, status: 'active' });
  return [...new Set([personId, ...members.map(({ person }) => person.id)])];
}
