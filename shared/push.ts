// What reaches a device while no window is open: who is told, and the letter that its service worker turns into words.
import { z } from 'zod';
import { Id } from './common.ts';
import { Urgency } from './notices.ts';
import { NotificationKind } from './notifications.ts';

const base64url = (length: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`));

/** As the browser gives it, with how its letters are to be written. */
export const PushSubscribe = z.object({
  endpoint: z.url().max(1000),
  keys: z.object({ p256dh: base64url(87), auth: base64url(22) }),
  locale: z.enum(['vi', 'en']),
  /** For a phone that others see: letters tell that something came, and not what. */
  hidesWords: z.boolean(),
});
export type PushSubscribe = z.infer<typeof PushSubscribe>;

/** `device` is this session's: null where nothing reaches it. */
export const PushState = z.object({
  publicKey: z.string(),
  device: z
    .object({ endpoint: z.string(), locale: z.enum(['vi', 'en']), hidesWords: z.boolean() })
    .nullable(),
});
export type PushState = z.infer<typeof PushState>;

/** What became of a letter on its way to the push service of the device's maker. */
export const PushOutcome = z.enum(['sent', 'gone', 'refused', 'unreachable']);
export type PushOutcome = z.infer<typeof PushOutcome>;
export const PushTrial = z.object({ id: Id, outcome: PushOutcome });
export type PushTrial = z.infer<typeof PushTrial>;

const href = z.string();
/** What was said is null where the device hides words, or where it was said without any. */
const words = z.string().nullable();

/** A letter's content. What has the same `tag` replaces the one before it on the screen. */
export const PushContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('talk'),
    href,
    place: z.string(),
    count: z.number(),
    /** The latest speakers, the last one first. */
    authors: z.array(z.string()),
    isMentioned: z.boolean(),
    words,
  }),
  z.object({ kind: z.literal('notice'), href, urgency: Urgency, from: z.string(), title: words, words }),
  z.object({
    kind: z.literal('told'),
    href,
    about: NotificationKind,
    data: z.record(z.string(), z.string()).nullable(),
  }),
  z.object({
    kind: z.literal('digest'),
    href,
    messages: z.number(),
    places: z.array(z.string()),
    notices: z.number(),
    told: z.number(),
  }),
  z.object({ kind: z.literal('trial'), href, id: Id }),
]);
export type PushContent = z.infer<typeof PushContent>;

export const PushLetter = z.object({ tag: z.string(), locale: z.enum(['vi', 'en']), content: PushContent });
export type PushLetter = z.infer<typeof PushLetter>;
