// What is said in a channel.
import { z } from 'zod';
import { Carried, Carries } from './carried.ts';
import { count, Id, PersonRef, prose, Time } from './common.ts';

/** One emoji, as people see it: a family or a flag is several code points. */
export const Emoji = z
  .string()
  .max(32)
  .regex(/^\p{RGI_Emoji}$/v);

/** How many reacted so; the emoji that came first stands first. */
export const ReactionCount = z.object({ emoji: z.string(), count: z.number() });
export type ReactionCount = z.infer<typeof ReactionCount>;

/**
 * One message. `seq` is its place in the channel, `version` the channel's counter at its last change.
 * A deleted or removed message stays as a tombstone with empty text.
 */
export const MessageView = z.object({
  id: Id,
  channelId: Id,
  seq: z.number(),
  version: z.number(),
  clientId: Id,
  author: PersonRef,
  text: z.string(),
  replyTo: z.object({ id: Id, seq: z.number() }).nullable(),
  carried: Carried.nullable(),
  createdAt: Time,
  editedAt: Time.nullable(),
  /** Taken back by its author. */
  deletedAt: Time.nullable(),
  /** Taken down by a moderator's decision. */
  removedAt: Time.nullable(),
  reactions: z.array(ReactionCount),
  /** Who keeps it before everyone's eyes, since when. */
  pin: z.object({ by: PersonRef, at: Time }).nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

/** `clientId` is the sender's own id for the message: a repeat of it gives the first message. */
export const MessageCreate = z.object({
  clientId: Id,
  /** May be empty where the message carries something. */
  text: prose(4000, 0),
  replyTo: Id.nullable().default(null),
  carries: Carries.nullable().default(null),
});
export type MessageCreate = z.infer<typeof MessageCreate>;

/** A message after somebody reacted to it, or took their reaction back; with all that this person reacts with now. */
export const MessageReacted = MessageView.extend({
  by: z.object({ personId: Id, emoji: z.array(z.string()) }),
});
export type MessageReacted = z.infer<typeof MessageReacted>;

export const ReactionSet = z.object({ emoji: Emoji, isOn: z.boolean() });
export type ReactionSet = z.infer<typeof ReactionSet>;

/** Who reacted how, the first ones first. */
export const Reactors = z.array(z.object({ emoji: z.string(), people: z.array(PersonRef) }));
export type Reactors = z.infer<typeof Reactors>;

export const PinSet = z.object({ isPinned: z.boolean() });
export type PinSet = z.infer<typeof PinSet>;

/** What a message said before, the newest first. */
export const Revision = z.object({ text: z.string(), replacedAt: Time });
export type Revision = z.infer<typeof Revision>;

export const MessageEdit = z.object({ text: prose(4000, 0) });
export type MessageEdit = z.infer<typeof MessageEdit>;

/** At most one of the three places; none means the newest. All in `seq`. */
export const MessageQuery = z.object({
  before: count(Number.MAX_SAFE_INTEGER).optional(),
  after: count(Number.MAX_SAFE_INTEGER).optional(),
  around: count(Number.MAX_SAFE_INTEGER).optional(),
  limit: count(100).default(50),
});
export type MessageQuery = z.infer<typeof MessageQuery>;

/** My own reactions, by message; messages without one are left out. */
export const MyReactions = z.record(Id, z.array(z.string()));
export type MyReactions = z.infer<typeof MyReactions>;

/** A stretch of a channel in `seq` order, true as of `version`. `quoted` holds the replied-to ones outside it. */
export const MessagePage = z.object({
  version: z.number(),
  messages: z.array(MessageView),
  quoted: z.array(MessageView),
  mine: MyReactions,
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
});
export type MessagePage = z.infer<typeof MessagePage>;

export const SyncRequest = z.object({ channelId: Id, after: count(Number.MAX_SAFE_INTEGER) });
export type SyncRequest = z.infer<typeof SyncRequest>;

/** All that changed after a version, tombstones included; or `reset` where reading anew is cheaper. */
export const SyncResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changes'),
    version: z.number(),
    messages: z.array(MessageView),
    mine: MyReactions,
  }),
  z.object({ kind: z.literal('reset'), version: z.number() }),
]);
export type SyncResult = z.infer<typeof SyncResult>;
