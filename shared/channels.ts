// The rooms of a group, as one of its members sees them.
import { z } from 'zod';
import { ChannelAttention } from './attention.ts';
import { ClockTime, count, Id, line } from './common.ts';
import { Permission } from './permissions.ts';
import { GroupView } from './places.ts';
import { MessageBrief, TopicPlace } from './topics.ts';

export const ChannelKind = z.enum(['chat', 'notices', 'procedures']);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** How a channel is kept; what is null or 0 is not limited. Those who may pin are not held up by rest and haste. */
export const ChannelSettings = z.object({
  /** How long an author may change, or take back, what they said. */
  editMinutes: count(7 * 24 * 60).nullable(),
  recallMinutes: count(7 * 24 * 60).nullable(),
  /** Between two messages of one person. */
  slowSeconds: count(3600),
  /** From when to when the channel is only read, each day, in Vietnam's time; over midnight where `from` is later. */
  quiet: z.object({ from: ClockTime, to: ClockTime }).nullable(),
});
export type ChannelSettings = z.infer<typeof ChannelSettings>;

/** A channel in which nothing holds anyone up. */
export const unlimited: ChannelSettings = {
  editMinutes: null,
  recallMinutes: null,
  slowSeconds: 0,
  quiet: null,
};

/** The badge of a channel. `version` and `lastSeq` are the channel's own counters; `unread` follows from `readSeq`. */
export const ChannelView = z.object({
  id: Id,
  groupId: Id,
  kind: ChannelKind,
  name: z.string(),
  version: z.number(),
  lastSeq: z.number(),
  readSeq: z.number(),
  /** Messages of others after `readSeq` that still stand. */
  unread: z.number(),
  /** The places of those of them that mention me, the first ones first; at most `MOST_PLACES`. */
  mentions: z.array(z.number()),
  lastMessage: MessageBrief.nullable(),
  permissions: z.array(Permission),
  settings: ChannelSettings,
  attention: ChannelAttention,
  /** Null for a channel of the group's list. */
  topic: TopicPlace.nullable(),
});
export type ChannelView = z.infer<typeof ChannelView>;

/** One of my groups with its channels: the left column of the hub. */
export const GroupChannels = z.object({
  group: GroupView,
  permissions: z.array(Permission),
  channels: z.array(ChannelView),
});
export type GroupChannels = z.infer<typeof GroupChannels>;

export const ChannelCreate = z.object({ kind: ChannelKind, name: line(60) });
export type ChannelCreate = z.infer<typeof ChannelCreate>;

export const ChannelUpdate = z.object({ name: line(60), settings: ChannelSettings });
export type ChannelUpdate = z.infer<typeof ChannelUpdate>;

export const ReadMark = z.object({ seq: count(Number.MAX_SAFE_INTEGER) });
export type ReadMark = z.infer<typeof ReadMark>;

/** Sent to all devices of one person: how far they have read, and what was unread then, at this version of the channel. */
export const ReadMarked = z.object({
  channelId: Id,
  readSeq: z.number(),
  unread: z.number(),
  mentions: z.array(z.number()),
  version: z.number(),
});
export type ReadMarked = z.infer<typeof ReadMarked>;
