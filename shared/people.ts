// People as others see them: their page, their name, and whom one would rather not hear.
import { z } from 'zod';
import { GroupRef, Id, line, PhotoVersion, Time } from './common.ts';
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
  photo: PhotoVersion.optional(),
  places: z.array(ProfilePlace),
  /** Whether there is a picture that the reader may take down. */
  canRemovePhoto: z.boolean(),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** The name and the picture that everyone sees from now on, also above what was said before. */
export const PersonChanged = z.object({ personId: Id, name: z.string(), photo: PhotoVersion.optional() });
export type PersonChanged = z.infer<typeof PersonChanged>;

/** Whoever was away asks for what they did not hear since. */
export const ChangesQuery = z.object({ since: Time });

/** Pictures of people come small (96 px) and large (320 px). */
export const PhotoForm = z.enum(['small', 'large']);
export type PhotoForm = z.infer<typeof PhotoForm>;

export const BlockSet = z.object({ isBlocked: z.boolean() });

/** Somebody whose everyday words I do not want to see. */
export const BlockedPerson = z.object({ id: Id, name: z.string(), photo: PhotoVersion.optional() });
export type BlockedPerson = z.infer<typeof BlockedPerson>;
