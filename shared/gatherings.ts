// A date to which a message invites: its words are what is on, and it carries when and where.
import { z } from 'zod';
import { Id, line, PersonRef, prose, Time } from './common.ts';
import { AnswersBy } from './polls.ts';

/** More than these come from no household. */
const MOST_GUESTS = 30;

export const GatheringCreate = z.strictObject({
  startsAt: Time,
  endsAt: Time.nullable(),
  place: line(160, 0),
  note: prose(1000, 0),
  by: AnswersBy,
});
export type GatheringCreate = z.infer<typeof GatheringCreate>;

export const Coming = z.enum(['yes', 'maybe', 'no']);
export type Coming = z.infer<typeof Coming>;

/** How many answered so, and how many people those will be who come. */
export const GatheringCounts = z.object({
  yes: z.number(),
  maybe: z.number(),
  no: z.number(),
  people: z.number(),
});
export type GatheringCounts = z.infer<typeof GatheringCounts>;

/** As everyone in the channel sees it. */
export const Gathering = GatheringCreate.extend({ counts: GatheringCounts });
export type Gathering = z.infer<typeof Gathering>;

/** Its author changes what is on, when and where. */
export const GatheringUpdate = z.object({
  text: prose(500),
  gathering: GatheringCreate.omit({ by: true }),
});
export type GatheringUpdate = z.infer<typeof GatheringUpdate>;

export const GatheringAnswerGive = z.object({
  coming: Coming,
  people: z.number().int().min(1).max(MOST_GUESTS).default(1),
});
export type GatheringAnswerGive = z.infer<typeof GatheringAnswerGive>;

/** What was answered in my name. */
export const MyAnswer = z.object({
  answer: z.object({ coming: Coming, people: z.number() }).nullable(),
  /** Who of my household answered, where that was not me. */
  by: PersonRef.nullable(),
  isHousehold: z.boolean(),
});
export type MyAnswer = z.infer<typeof MyAnswer>;

/** Told to all devices of all in whose name was answered. */
export const GatheringAnswered = z.object({ messageId: Id });
export type GatheringAnswered = z.infer<typeof GatheringAnswered>;

/** Who answered how, for its author and those who tend the channel; the address for those who keep the households. */
export const GatheringAnswers = z.array(
  z.object({
    person: PersonRef,
    address: z.string().nullable(),
    coming: Coming,
    people: z.number(),
    at: Time,
  }),
);
export type GatheringAnswers = z.infer<typeof GatheringAnswers>;
