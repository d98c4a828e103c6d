// Topics: what is answered under one message, apart from the talk of its channel. A topic is a channel of its own, whose id is that
// of its message; name, rights and pace are those of the channel that the message stands in.
import { z } from 'zod';
import { Id, PersonRef, Time } from './common.ts';
import { FileKind } from './files.ts';
import { MessageView } from './messages.ts';

/** A message in short. */
export const MessageBrief = z.object({
  id: Id,
  author: PersonRef,
  text: z.string(),
  /** What it shows where it says nothing. */
  shows: FileKind.nullable(),
  isGone: z.boolean(),
  createdAt: Time,
});
export type MessageBrief = z.infer<typeof MessageBrief>;

/** What a topic hangs on, as one reader sees it. */
export const TopicPlace = z.object({
  /** The channel of its message. */
  parentId: Id,
  root: MessageView,
  /** The message that this one answers. */
  quoted: MessageView.nullable(),
  /** Whether what is unread in it waits for this reader. */
  isFollowing: z.boolean(),
});
export type TopicPlace = z.infer<typeof TopicPlace>;

export const TopicFollow = z.object({ isFollowing: z.boolean() });
export type TopicFollow = z.infer<typeof TopicFollow>;

/** Sent to all devices of one person. */
export const TopicFollowed = TopicFollow.extend({ channelId: Id });
export type TopicFollowed = z.infer<typeof TopicFollowed>;
