// People as others see them: their page, their name, and whom one would rather not hear.
import { z } from 'zod';
import { GroupRef, Id, line } from './common.ts';
import { Role } from './permissions.ts';
import { GroupKind, HouseholdRef } from './places.ts';

export const PersonName = line(60, 2);

/** Where a person belongs, as far as the reader may see it. */
export const ProfilePlace = z.object({
  membershipId: Id,
  group: GroupRef.extend({ kind: GroupKind }),
  role: Role,
  seat: z.string().nullable(),
  /** For those of the same household, and those who keep the households of the group. */
  household: HouseholdRef.nullable(),
});
export type ProfilePlace = z.infer<typeof ProfilePlace>;

export const ProfileView = z.object({
  id: Id,
  name: z.string(),
  places: z.array(ProfilePlace),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** A name as everyone sees it from now on, also above what was said before. */
export const PersonChanged = z.object({ personId: Id, name: z.string() });
export type PersonChanged = z.infer<typeof PersonChanged>;

export const BlockSet = z.object({ isBlocked: z.boolean() });

/** Somebody whose everyday words I do not want to see. */
export const BlockedPerson = z.object({ id: Id, name: z.string() });
export type BlockedPerson = z.infer<typeof BlockedPerson>;
