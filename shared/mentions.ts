// Whom a message names, so that it concerns them more than the others of its channel. Their names stand in the text itself.
import { z } from 'zod';
import { Id, line, PersonRef } from './common.ts';

/** More than so many are not named but shouted at. */
export const MOST_MENTIONS = 20;

const Everyone = z.strictObject({ kind: z.literal('all') });
const SeatName = line(60);

/** As the author chose it; the server looks who that is. */
export const MentionGiven = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: Id }),
  z.strictObject({ kind: z.literal('seat'), seat: SeatName }),
  Everyone,
]);
export type MentionGiven = z.infer<typeof MentionGiven>;

/** As it was when the message was written: `ids` are those who held the seat then. */
export const Mention = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: Id, name: z.string() }),
  z.object({ kind: z.literal('seat'), seat: z.string(), ids: z.array(Id) }),
  Everyone,
]);
export type Mention = z.infer<typeof Mention>;

/** What is typed after @, with or without tone marks; nothing yet is also something. */
export const MentionQuery = z.object({ q: line(60, 0).default('') });

/** Who can be named in a channel: the likeliest ones first. */
export const MentionChoices = z.object({
  people: z.array(PersonRef),
  seats: z.array(z.object({ seat: z.string(), people: z.number() })),
});
export type MentionChoices = z.infer<typeof MentionChoices>;

export const MentionsGiven = z.array(MentionGiven).min(1).max(MOST_MENTIONS);
export const ReachAsk = z.object({ mentions: MentionsGiven });

/** How many others a message with these mentions would concern. */
export const MentionReach = z.object({ people: z.number() });
export type MentionReach = z.infer<typeof MentionReach>;
