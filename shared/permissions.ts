// Who may do what. One pure function; every door of the server and every button of the web asks it.
import { z } from 'zod';

export const roles = ['resident', 'head', 'official', 'tech', 'moderator', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const permissions = [
  'channel.read',
  'message.send',
  'message.react',
  'message.pin',
  'message.mention_all',
  'member.list',
  'member.admit',
  'household.manage',
  'role.assign',
  'photo.remove',
  'group.manage',
  'notice.publish',
  'notice.measure',
  'thread.ask',
  'thread.answer',
  'flag.create',
  'case.decide',
  'audit.read',
] as const;
export const Permission = z.enum(permissions);
export type Permission = z.infer<typeof Permission>;

const everyMember: Permission[] = [
  'channel.read',
  'message.send',
  'message.react',
  'member.list',
  'flag.create',
  'thread.ask',
];

/** What a role gives in the very group it is held in. Held in the commune's own group, these are commune matters. */
const inGroup: Record<Role, Permission[]> = {
  resident: everyMember,
  head: [
    ...everyMember,
    'message.pin',
    'message.mention_all',
    'member.admit',
    'household.manage',
    'notice.publish',
    'notice.measure',
  ],
  official: [
    ...everyMember,
    'message.pin',
    'message.mention_all',
    'notice.publish',
    'notice.measure',
    'thread.answer',
  ],
  tech: [...everyMember, 'thread.answer'],
  moderator: [
    ...everyMember,
    'message.pin',
    'message.mention_all',
    'photo.remove',
    'case.decide',
    'audit.read',
  ],
  admin: [
    ...everyMember,
    'message.pin',
    'message.mention_all',
    'member.admit',
    'household.manage',
    'role.assign',
    'photo.remove',
    'group.manage',
    'notice.publish',
    'notice.measure',
    'audit.read',
  ],
};

/**
 * What a role held commune-wide gives in every *other* group, member or not. Nobody gets `channel.read` this way:
 * the talk of a group is its members' own, and a moderator sees of it what was flagged, with its context.
 */
const everywhere: Record<Role, Permission[]> = {
  resident: [],
  head: [],
  official: ['notice.publish', 'notice.measure'],
  tech: [],
  moderator: ['photo.remove', 'case.decide'],
  admin: [
    'member.list',
    'member.admit',
    'household.manage',
    'role.assign',
    'photo.remove',
    'group.manage',
    'notice.publish',
    'notice.measure',
  ],
};

/** Per role, what one channel takes away or adds; for example residents may not write in a channel of notices. */
export const Override = z.partialRecord(
  Role,
  z.object({ allow: z.array(Permission), deny: z.array(Permission) }),
);
export type Override = z.infer<typeof Override>;

/** What a mute takes away. */
export const takenByMute: Permission[] = ['message.send', 'message.react', 'thread.ask'];

export interface Standing {
  /** The role held in this group, if the person is an admitted member of it. */
  groupRole: Role | null;
  /** The role held commune-wide (in the commune's own group), if admitted. */
  communeRole: Role | null;
  /** Whether this group is the commune's own. */
  isCommune: boolean;
  override?: Override;
  /** Until when the person may read but not write here. */
  mutedUntil?: Date | null;
}

/** All that a person may do in one group, or in one channel of it when its override is given. */
export function permissionsOf(standing: Standing, now: Date): Set<Permission> {
  const { groupRole, communeRole, isCommune, override, mutedUntil } = standing;
  const role = isCommune ? communeRole : groupRole;
  const set = new Set<Permission>(role ? inGroup[role] : []);
  if (!isCommune && communeRole) for (const permission of everywhere[communeRole]) set.add(permission);
  const change = role && override?.[role];
  if (change) {
    for (const permission of change.allow) set.add(permission);
    for (const permission of change.deny) set.delete(permission);
  }
  if (mutedUntil && mutedUntil > now) {
    for (const permission of takenByMute) set.delete(permission);
  }
  return set;
}
