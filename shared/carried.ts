// What a message carries beside its words: each feature has its key. A message without any carries null.
import { z } from 'zod';
import { Id, PersonRef, Time } from './common.ts';
import { FILES_IN_MESSAGE } from './file-limits.ts';
import { FileView } from './files.ts';
import { Gathering, GatheringCreate } from './gatherings.ts';
import { Mention, MentionsGiven } from './mentions.ts';
import { Poll, PollCreate } from './polls.ts';

/** Whose words these were, when and where they were said: shown to all, but only those who may read there find the way. */
export const Forwarded = z.object({ author: PersonRef, at: Time, channelId: Id, seq: z.number() });
export type Forwarded = z.infer<typeof Forwarded>;

/** What a message carries of its topic: how many answers stand, and when the last one came. */
export const TopicCount = z.object({ replies: z.number(), lastAt: Time });
export type TopicCount = z.infer<typeof TopicCount>;

/** As its author gives it. `forward`: the message of which the words and files are passed on, and nothing else. */
export const Carries = z.strictObject({
  mentions: MentionsGiven.optional(),
  poll: PollCreate.optional(),
  gathering: GatheringCreate.optional(),
  forward: Id.optional(),
  /** Uploaded before, for this message. */
  files: z.array(Id).min(1).max(FILES_IN_MESSAGE).optional(),
});
export type Carries = z.infer<typeof Carries>;

/** As everyone in the channel sees it, kept in the message. */
export const Carried = z.object({
  mentions: z.array(Mention).optional(),
  poll: Poll.optional(),
  gathering: Gathering.optional(),
  files: z.array(FileView).optional(),
  /** Answers under the message; they stay when it goes. */
  topic: TopicCount.optional(),
  forwarded: Forwarded.optional(),
});
export type Carried = z.infer<typeof Carried>;
