// What a message carries beside its words: each feature has its key. A message without any carries null.
import { z } from 'zod';
import { Mention, MentionsGiven } from './mentions.ts';
import { Poll, PollCreate } from './polls.ts';

/** As its author gives it. */
export const Carries = z.strictObject({ mentions: MentionsGiven.optional(), poll: PollCreate.optional() });
export type Carries = z.infer<typeof Carries>;

/** As everyone in the channel sees it, kept in the message. */
export const Carried = z.object({ mentions: z.array(Mention).optional(), poll: Poll.optional() });
export type Carried = z.infer<typeof Carried>;
