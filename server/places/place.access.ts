// What someone may touch among groups. A group asked for by id is obtained only here.
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  permissionsOf,
  takenByMute,
  type Override,
  type Permission,
  type Role,
} from '../../shared/permissions.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Group } from './group.entity.ts';
import { Membership } from './membership.entity.ts';

/** Where an actor stands in their commune: admitted memberships by group, and the commune's own group. */
export interface Standing {
  communeId: string;
  /** The commune's own group. */
  communeGroup: Group;
  communeRole: Role | null;
  memberships: Map<string, Membership>;
}

/** A group with what the actor may do in it. */
export interface GroupAccess {
  group: Group;
  permissions: Set<Permission>;
  membership: Membership | null;
  mutedUntil: Date | null;
  standing: Standing;
}

/** The actor's standing, or null for someone who belongs nowhere (yet): whose request is not decided, say. */
export async function findStanding(em: EntityManager, actor: Actor): Promise<Standing | null> {
  const memberships = await em.find(
    Membership,
    { person: actor.personId, status: 'active' },
    { populate: ['group'] },
  );
  const first = memberships[0];
  if (!first) return null;
  const communeId = first.group.commune.id;
  const inCommune = memberships.find(({ group }) => group.kind === 'commune');
  const communeGroup =
    inCommune?.group ?? (await em.findOneOrFail(Group, { commune: communeId, kind: 'commune' }));
  return {
    communeId,
    communeGroup,
    communeRole: inCommune?.role ?? null,
    memberships: new Map(memberships.map((membership) => [membership.group.id, membership])),
  };
}

/** The actor's standing; `not_found` for someone who belongs nowhere. */
export async function accessStanding(em: EntityManager, actor: Actor): Promise<Standing> {
  const standing = await findStanding(em, actor);
  if (!standing) throw new AppError('not_found');
  return standing;
}

/** What a standing allows in a group, or in a channel of it when its override is given. */
export function permissionsIn(standing: Standing, group: Group, override?: Override): Set<Permission> {
  const membership = standing.memberships.get(group.id);
  return permissionsOf(
    {
      groupRole: membership?.role ?? null,
      communeRole: standing.communeRole,
      isCommune: group.kind === 'commune',
      mutedUntil: membership?.mutedUntil ?? null,
      ...(override && { override }),
    },
    new Date(),
  );
}

/**
 * The group, if the actor has this permission in it. `not_found` where the actor has no business at all (its existence is then
 * not told), `forbidden` where only this permission lacks.
 */
export async function accessGroup(
  em: EntityManager,
  actor: Actor,
  groupId: string,
  permission: Permission,
): Promise<GroupAccess> {
  const standing = await accessStanding(em, actor);
  const group = await em.findOne(Group, { id: groupId, commune: standing.communeId });
  if (!group) throw new AppError('not_found');
  return requirePermission(
    {
      group,
      permissions: permissionsIn(standing, group),
      ...membershipIn(standing, group),
      standing,
    },
    permission,
  );
}

/** The commune's own group, if the actor has this permission in commune matters. */
export async function accessCommune(
  em: EntityManager,
  actor: Actor,
  permission: Permission,
): Promise<GroupAccess> {
  const standing = await accessStanding(em, actor);
  const group = standing.communeGroup;
  return requirePermission(
    {
      group,
      permissions: permissionsIn(standing, group),
      ...membershipIn(standing, group),
      standing,
    },
    permission,
  );
}

/** What of the actor's membership an access carries. */
export function membershipIn(
  standing: Standing,
  group: Group,
): Pick<GroupAccess, 'membership' | 'mutedUntil'> {
  const membership = standing.memberships.get(group.id) ?? null;
  return { membership, mutedUntil: membership?.mutedUntil ?? null };
}

/** Every group of the commune in which the standing has this permission. */
export async function groupsWith(
  em: EntityManager,
  standing: Standing,
  permission: Permission,
): Promise<Group[]> {
  const groups = await em.find(
    Group,
    { commune: standing.communeId },
    { orderBy: { kind: 'asc', number: 'asc', name: 'asc' } },
  );
  return groups.filter((group) => permissionsIn(standing, group).has(permission));
}

/** Gives the access back, or refuses: a mute says until when. */
export function requirePermission<T extends Pick<GroupAccess, 'permissions' | 'mutedUntil'>>(
  access: T,
  permission: Permission,
): T {
  const { permissions, mutedUntil } = access;
  if (permissions.has(permission)) return access;
  if (permissions.size === 0) throw new AppError('not_found');
  if (mutedUntil && mutedUntil > new Date() && takenByMute.includes(permission)) {
    throw new AppError('muted', { until: mutedUntil.toISOString() });
  }
  throw new AppError('forbidden');
}
