// Shapes that every feature uses.
import { z } from 'zod';

/** In small letters, as the database gives them: what is looked up by an id finds it however it was written. */
export const Id = z.uuid().toLowerCase();
export type Id = z.infer<typeof Id>;

/** A point in time as ISO 8601 in UTC, in the centuries and with no more digits than PostgreSQL takes. */
export const Time = z.iso
  .datetime()
  .max(30)
  .regex(/^(19|20|21)/);
export type Time = z.infer<typeof Time>;

/** A time of the day, as 22:00. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What names something in an address: letters of every kind, but only such as a database takes. */
export const key = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^\P{Cc}*$/u);

/** One line of text from a person: trimmed, in NFC, without control characters or halves of any. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .max(max * 2)
    .transform((text) =>
      text
        .toWellFormed()
        .normalize('NFC')
        // oxlint-disable-next-line no-control-regex -- control and direction-changing characters are what this removes
        .replace(/[\u0000-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** Several lines of text from a person: trimmed, in NFC, line breaks kept. */
export const prose = (max: number, min = 1) =>
  z
    .string()
    .max(max * 2)
    .transform((text) =>
      text
        .toWellFormed()
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        // oxlint-disable-next-line no-control-regex -- as above, but for line feeds and tabs
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, '')
        .replace(/\n{4,}/g, '\n\n\n')
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** Which picture somebody has, for its address; missing where they have none. A new picture has a new one, so it is kept for long. */
export const PhotoVersion = z.string().max(20);

/** A person as others may see them. `seat` is the office they hold where they speak; nobody can type one. */
export const PersonRef = z.object({
  id: Id,
  name: z.string(),
  seat: z.string().nullable(),
  photo: PhotoVersion.optional(),
});
export type PersonRef = z.infer<typeof PersonRef>;

export const GroupRef = z.object({ id: Id, name: z.string() });
export type GroupRef = z.infer<typeof GroupRef>;

export const Done = z.object({ ok: z.literal(true) });
export type Done = z.infer<typeof Done>;

/** Whole numbers that come as text in a query. */
export const count = (max: number) => z.coerce.number().int().min(0).max(max);
