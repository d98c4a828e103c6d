// What someone may touch among memberships of others.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Permission } from '../../shared/permissions.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Membership } from './membership.entity.ts';
import { accessGroup, type GroupAccess } from './place.access.ts';

/** The membership (its person populated), if the actor has this permission in its group. */
export async function accessMembership(
  em: EntityManager,
  actor: Actor,
  membershipId: string,
  permission: Permission,
): Promise<GroupAccess & { subject: Membership }> {
  const subject = await em.findOne(Membership, membershipId, { populate: ['person', 'household'] });
  if (!subject) throw new AppError('not_found');
  return { ...(await accessGroup(em, actor, subject.group.id, permission)), subject };
}
