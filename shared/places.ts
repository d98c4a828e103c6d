// Where people belong: commune, group, household, membership, invitation.
import { z } from 'zod';
import { GroupRef, Id, line, PhotoVersion, Time } from './common.ts';
import { Permission, Role } from './permissions.ts';

/** `commune` is the one group of all people of the commune: a role held in it is held commune-wide. */
export const GroupKind = z.enum(['commune', 'residential', 'sector', 'association', 'internal']);
export type GroupKind = z.infer<typeof GroupKind>;

export const CommuneView = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  province: z.string(),
  description: z.string(),
  /** Sample data: the interface says so everywhere. */
  isDemo: z.boolean(),
});
export type CommuneView = z.infer<typeof CommuneView>;

export const GroupView = z.object({
  id: Id,
  kind: GroupKind,
  number: z.number().nullable(),
  name: z.string(),
  description: z.string(),
});
export type GroupView = z.infer<typeof GroupView>;

export const GroupCreate = z.object({
  kind: GroupKind.exclude(['commune']),
  number: z.number().int().min(1).max(999).nullable().default(null),
  name: line(80),
  description: line(300, 0).default(''),
});
export type GroupCreate = z.infer<typeof GroupCreate>;

/** An address as a person says it: "Số nhà 12, ngõ 3". */
export const HouseholdBody = z.object({ address: line(120, 2), hasSmartphone: z.boolean().default(true) });
export type HouseholdBody = z.infer<typeof HouseholdBody>;

/** What a newcomer with an invitation may see of a household: where it is, never who lives there. */
export const HouseholdRef = z.object({ id: Id, address: z.string() });
export type HouseholdRef = z.infer<typeof HouseholdRef>;

/** A household as its head of group sees it. Without members or smartphone it is a door to knock on. */
export const HouseholdView = HouseholdRef.extend({
  groupId: Id,
  hasSmartphone: z.boolean(),
  members: z.array(z.object({ id: Id, name: z.string() })),
});
export type HouseholdView = z.infer<typeof HouseholdView>;

export const MembershipStatus = z.enum(['pending', 'active', 'refused', 'left']);
export type MembershipStatus = z.infer<typeof MembershipStatus>;

/** One's own place in a group. */
export const MyMembership = z.object({
  id: Id,
  group: GroupView,
  role: Role,
  seat: z.string().nullable(),
  status: MembershipStatus,
  household: HouseholdRef.nullable(),
  mutedUntil: Time.nullable(),
  permissions: z.array(Permission),
});
export type MyMembership = z.infer<typeof MyMembership>;

/** A person in a group, as the others of the group see them. */
export const MemberView = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  photo: PhotoVersion.optional(),
  role: Role,
  seat: z.string().nullable(),
});
export type MemberView = z.infer<typeof MemberView>;

/** A request to be admitted, as the head sees it. */
export const MemberRequest = z.object({
  id: Id,
  group: GroupRef,
  name: z.string(),
  phone: z.string(),
  household: HouseholdRef.nullable(),
  status: MembershipStatus,
  createdAt: Time,
});
export type MemberRequest = z.infer<typeof MemberRequest>;

export const MembershipDecide = z.object({ admit: z.boolean() });
export const RoleAssign = z.object({ role: Role, seat: line(60, 0).nullable() });

export const InvitationCreate = z.object({
  isPreApproved: z.boolean(),
  days: z.number().int().min(1).max(365).default(30),
});
export type InvitationCreate = z.infer<typeof InvitationCreate>;

export const InvitationView = z.object({
  id: Id,
  groupId: Id,
  code: z.string(),
  isPreApproved: z.boolean(),
  expiresAt: Time,
  usedCount: z.number(),
});
export type InvitationView = z.infer<typeof InvitationView>;

/** What someone who scanned an invitation sees before giving a name; what is going on there, `commune.notices` tells. */
export const InvitationPreview = z.object({
  commune: CommuneView,
  group: GroupView,
  isPreApproved: z.boolean(),
  headName: z.string().nullable(),
  householdCount: z.number(),
  households: z.array(HouseholdRef),
});
export type InvitationPreview = z.infer<typeof InvitationPreview>;
