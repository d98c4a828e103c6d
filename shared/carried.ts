// What a message carries beside its words: each feature has its key. A message without any carries null.
import { z } from 'zod';
import { Id } from './common.ts';
import { FILES_IN_MESSAGE } from './file-limits.ts';
import { FileView } from './files.ts';
import { Mention, MentionsGiven } from './mentions.ts';
import { Poll, PollCreate } from './polls.ts';
import { TopicCount } from './topics.ts';

/** As its author gives it. */
export const Carries = z.strictObject({
  mentions: MentionsGiven.optional(),
  poll: PollCreate.optional(),
  /** Uploaded before, for this message. */
  files: z.array(Id).min(1).max(FILES_IN_MESSAGE).optional(),
});
export type Carries = z.infer<typeof Carries>;

/** As everyone in the channel sees it, kept in the message. */
export const Carried = z.object({
  mentions: z.array(Mention).optional(),
  poll: Poll.optional(),
  files: z.array(FileView).optional(),
  /** Answers under the message; they stay when it goes. */
  topic: TopicCount.optional(),
});
export type Carried = z.infer<typeof Carried>;
