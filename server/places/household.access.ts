// What someone may touch among households, and which household an address means.
import type { EntityManager } from '@mikro-orm/postgresql';
import { fold } from '../../shared/vietnamese.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import type { Group } from './group.entity.ts';
import { Household } from './household.entity.ts';
import { accessGroup, type GroupAccess } from './place.access.ts';
import { lockName } from './place.lock.ts';

/** The household, if the actor keeps the households of its group. */
export async function accessHousehold(
  em: EntityManager,
  actor: Actor,
  householdId: string,
): Promise<GroupAccess & { household: Household }> {
  const household = await em.findOne(Household, householdId);
  if (!household) throw new AppError('not_found');
  return { ...(await accessGroup(em, actor, household.group.id, 'household.manage')), household };
}

/**
 * The household of a group at this address, however it is spelled: "Số nhà 12, ngõ 3" is "so nha 12 ngo 3". To be called in a
 * transaction: until its end nobody else adds to this group, so that two who write one address at once make one household.
 */
export async function findHouseholdAt(
  em: EntityManager,
  group: Group,
  address: string,
): Promise<Household | undefined> {
  await lockName(em, `households:${group.id}`);
  const households = await em.find(Household, { group });
  const wanted = foldAddress(address);
  return households.find((household) => foldAddress(household.address) === wanted);
}

const foldAddress = (address: string) => fold(address.replace(/[.,;]+/g, ' '));
