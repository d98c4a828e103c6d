// What is said in a channel.
import { z } from 'zod';
import { count, Id, PersonRef, prose, Time } from './common.ts';

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
  createdAt: Time,
  editedAt: Time.nullable(),
  /** Taken back by its author. */
  deletedAt: Time.nullable(),
  /** Taken down by a moderator's decision. */
  removedAt: Time.nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

/** `clientId` is the sender's own id for the message: a repeat of it gives the first message. */
export const MessageCreate = z.object({
  clientId: Id,
  text: prose(4000),
  replyTo: Id.nullable().default(null),
});
export type MessageCreate = z.infer<typeof MessageCreate>;

export const MessageEdit = z.object({ text: prose(4000) });
export type MessageEdit = z.infer<typeof MessageEdit>;

/** At most one of the three places; none means the newest. All in `seq`. */
export const MessageQuery = z.object({
  before: count(Number.MAX_SAFE_INTEGER).optional(),
  after: count(Number.MAX_SAFE_INTEGER).optional(),
  around: count(Number.MAX_SAFE_INTEGER).optional(),
  limit: count(100).default(50),
});
export type MessageQuery = z.infer<typeof MessageQuery>;

/** A stretch of a channel in `seq` order, true as of `version`. `quoted` holds the replied-to ones outside it. */
export const MessagePage = z.object({
  version: z.number(),
  messages: z.array(MessageView),
  quoted: z.array(MessageView),
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
});
export type MessagePage = z.infer<typeof MessagePage>;

export const SyncRequest = z.object({ channelId: Id, after: count(Number.MAX_SAFE_INTEGER) });
export type SyncRequest = z.infer<typeof SyncRequest>;

/** All that changed after a version, tombstones included; or `reset` where reading anew is cheaper. */
export const SyncResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changes'), version: z.number(), messages: z.array(MessageView) }),
  z.object({ kind: z.literal('reset'), version: z.number() }),
]);
export type SyncResult = z.infer<typeof SyncResult>;
