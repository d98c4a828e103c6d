// Who someone is: sign-in, sessions, joining with an invitation, and one's own page.
import { z } from 'zod';
import { MyAttention } from './attention.ts';
import { Id, line, PhotoVersion, Time } from './common.ts';
import { BlockedPerson, PersonName } from './people.ts';
import { CommuneView, MyMembership } from './places.ts';
import { Permission } from './permissions.ts';

export const Passphrase = z.string().min(8).max(200);
const phone = z.string().min(8).max(20);

/** What others may see of a person while they are here. */
export const MySettings = z.object({ showsPresence: z.boolean(), showsTyping: z.boolean() });
export type MySettings = z.infer<typeof MySettings>;

export const Me = z.object({
  id: Id,
  name: z.string(),
  photo: PhotoVersion.optional(),
  phone: z.string(),
  sessionId: Id,
  /** When this was read: what people are called and look like is known up to then. */
  asOf: Time,
  commune: CommuneView,
  /** What one may do in commune matters; group matters are in each membership. */
  permissions: z.array(Permission),
  memberships: z.array(MyMembership),
  settings: MySettings,
  attention: MyAttention,
  blocked: z.array(BlockedPerson),
});
export type Me = z.infer<typeof Me>;

/** `personId` answers a `choose`: several people of a household may share one phone and even one passphrase. */
export const SignIn = z.object({ phone, passphrase: z.string().min(1).max(200), personId: Id.optional() });
export type SignIn = z.infer<typeof SignIn>;

/** The passphrase once more, for what a phone left lying open must not be enough. */
export const Confirmation = z.object({ passphrase: z.string().min(1).max(200) });

export const SignInResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed_in') }),
  z.object({ kind: z.literal('choose'), people: z.array(z.object({ id: Id, name: z.string() })) }),
]);
export type SignInResult = z.infer<typeof SignInResult>;

export const Join = z.object({
  name: PersonName,
  phone,
  passphrase: Passphrase,
  household: z.union([z.object({ id: Id }), z.object({ address: line(120, 2) })]),
});
export type Join = z.infer<typeof Join>;

export const SessionView = z.object({
  id: Id,
  device: z.string(),
  createdAt: Time,
  lastSeenAt: Time,
  isCurrent: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const DemoPerson = z.object({
  key: z.string(),
  name: z.string(),
  role: z.string(),
  group: z.string(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;
