// Votes under a message: its words are the question, and it carries the choices.
import { z } from 'zod';
import { Id, line, PersonRef, Time } from './common.ts';
import { fold } from './vietnamese.ts';

export const MOST_CHOICES = 12;

/** In whose name one answers: as a person, or for the household, whose last answer then counts. */
export const AnswersBy = z.enum(['person', 'household']);
export type AnswersBy = z.infer<typeof AnswersBy>;

/** A poll as its author gives it. */
export const PollCreate = z.strictObject({
  choices: z
    .array(line(120))
    .min(2)
    .max(MOST_CHOICES)
    .refine((choices) => new Set(choices.map(fold)).size === choices.length, 'two choices are the same'),
  isMultiple: z.boolean(),
  /** Nobody learns who chose what. */
  isAnonymous: z.boolean(),
  /** What was chosen is told to those who have voted, and to all when it is closed. */
  isHidden: z.boolean(),
  /** A vote cannot be changed. */
  isFinal: z.boolean(),
  by: AnswersBy,
  closesAt: Time.nullable(),
});
export type PollCreate = z.infer<typeof PollCreate>;

export const PollResults = z.object({
  /** How many people, or households, have voted. */
  voters: z.number(),
  /** By choice. */
  counts: z.array(z.number()),
});
export type PollResults = z.infer<typeof PollResults>;

/** A poll as everyone in the channel sees it. `counts` is null where what was chosen is told to each alone. */
export const Poll = PollCreate.extend({
  voters: z.number(),
  counts: z.array(z.number()).nullable(),
  /** Ended before its time. */
  closedAt: Time.nullable(),
});
export type Poll = z.infer<typeof Poll>;

/** What was chosen in my name: empty where nothing is, or where it was taken back. */
export const PollChoices = z.object({
  choices: z
    .array(
      z
        .number()
        .int()
        .min(0)
        .max(MOST_CHOICES - 1),
    )
    .max(MOST_CHOICES)
    .refine((choices) => new Set(choices).size === choices.length, 'a choice is there twice'),
});
export type PollChoices = z.infer<typeof PollChoices>;

/** A poll as I alone see it. */
export const MyPoll = z.object({
  choices: z.array(z.number()),
  /** Who of my household chose that, where it was not me. */
  by: PersonRef.nullable(),
  /** Why nothing (more) is taken from me. */
  obstacle: z.enum(['closed', 'no_household', 'final']).nullable(),
  /** Null while it is hidden from me. */
  results: PollResults.nullable(),
});
export type MyPoll = z.infer<typeof MyPoll>;

/** Told to all devices of all in whose name was voted. */
export const PollVoted = z.object({ messageId: Id, choices: z.array(z.number()), by: PersonRef });
export type PollVoted = z.infer<typeof PollVoted>;

/** Who chose what in an open poll, by choice. The address is there for those who keep the households. */
export const PollVoters = z.array(
  z.array(z.object({ person: PersonRef, address: z.string().nullable(), at: Time })),
);
export type PollVoters = z.infer<typeof PollVoters>;
