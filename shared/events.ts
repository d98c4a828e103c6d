// What travels over sockets. Events leave in packets: emit('events', [[name, payload], ...]), what was published for one room since the last telling.
import { z } from 'zod';
import { AttentionChanged } from './attention.ts';
import { Id } from './common.ts';
import { ReadMarked } from './channels.ts';
import { MessageCreate, MessageReacted, MessageView, SyncRequest, SyncResult } from './messages.ts';
import { CaseView } from './moderation.ts';
import { NoticeView, ReachChanged, ReceiptGiven } from './notices.ts';
import { NotificationView } from './notifications.ts';
import { PersonChanged } from './people.ts';
import { MemberRequest } from './places.ts';
import { GatheringAnswered } from './gatherings.ts';
import { PollVoted } from './polls.ts';
import { ThreadView } from './procedures.ts';
import { TopicFollowed } from './topics.ts';
import type { ErrorBody } from './errors.ts';

/** Server -> client: name -> [payload schema, who gets it and why]. */
export const serverEvents = {
  'message.created': { payload: MessageView, room: 'channel', about: 'Something was said.' },
  'message.edited': { payload: MessageView, room: 'channel', about: 'Its author changed it.' },
  'message.deleted': { payload: MessageView, room: 'channel', about: 'Its author took it back.' },
  'message.removed': { payload: MessageView, room: 'channel', about: 'A moderator took it down.' },
  'message.reacted': {
    payload: MessageReacted,
    room: 'channel',
    about: 'Somebody reacted, or took it back.',
  },
  'message.pinned': { payload: MessageView, room: 'channel', about: 'It was pinned, or taken down again.' },
  'message.changed': {
    payload: MessageView,
    room: 'channel',
    about: 'What it carries changed: votes were counted, say.',
  },
  'poll.voted': { payload: PollVoted, room: 'user', about: 'I voted, or somebody in my household’s name.' },
  'gathering.answered': {
    payload: GatheringAnswered,
    room: 'user',
    about: 'I said whether I come, or somebody in my household’s name: ask for my answer.',
  },
  'channel.created': {
    payload: z.object({ channelId: Id, groupId: Id }),
    room: 'group',
    about: 'The group has a new channel: ask for your groups again.',
  },
  'channel.changed': {
    payload: z.object({ channelId: Id, groupId: Id }),
    room: 'channel',
    about: 'Its name or its settings changed: ask for the channel again.',
  },
  'channel.settled': {
    payload: z.object({ channelId: Id, version: z.number() }),
    room: 'channel',
    about: 'The channel has fallen quiet at this version. Whoever has not heard so far asks, by `sync`.',
  },
  'read.marked': { payload: ReadMarked, room: 'user', about: 'I read on, maybe on another device.' },
  'attention.changed': {
    payload: AttentionChanged,
    room: 'user',
    about: 'I chose how much of a channel may wake me, maybe on another device.',
  },
  'topic.followed': {
    payload: TopicFollowed,
    room: 'user',
    about: 'I follow this topic from now on, or no longer: ask for the channel again.',
  },
  'typing.changed': {
    payload: z.object({ channelId: Id, personId: Id, name: z.string(), isTyping: z.boolean() }),
    room: 'channel',
    about: 'Someone started or stopped typing.',
  },
  'presence.changed': {
    payload: z.object({ personId: Id, isOnline: z.boolean() }),
    room: 'presence',
    about: 'Someone of the group that I watch came or went.',
  },
  'notice.published': { payload: NoticeView, room: 'group', about: 'A notice to this group.' },
  'notice.withdrawn': { payload: NoticeView, room: 'group', about: 'A notice no longer holds.' },
  'receipt.given': { payload: ReceiptGiven, room: 'user', about: 'I saw or acknowledged a notice.' },
  'reach.changed': { payload: ReachChanged, room: 'measure', about: 'A household was reached.' },
  'thread.created': { payload: ThreadView, room: 'threads', about: 'Someone asked.' },
  'thread.changed': {
    payload: ThreadView,
    room: 'threads',
    about: 'Taken, given back, answered, solved or removed.',
  },
  'case.opened': {
    payload: CaseView,
    room: 'cases',
    about: 'Something was flagged for the first time. Of a person, who is reported does not hear it.',
  },
  'case.changed': { payload: CaseView, room: 'cases', about: 'Flagged again, claimed or decided.' },
  'member.requested': { payload: MemberRequest, room: 'admit', about: 'Someone asks to be admitted.' },
  'member.decided': { payload: MemberRequest, room: 'admit', about: 'A request was decided.' },
  'person.changed': {
    payload: PersonChanged,
    room: 'group',
    about: 'Someone of the commune has another name or picture, also above what they said before.',
  },
  'member.left': {
    payload: z.object({ groupId: Id, personId: Id }),
    room: 'group',
    about: 'Someone left the group.',
  },
  'notification.created': { payload: NotificationView, room: 'user', about: 'Something concerns me.' },
  'notification.read': {
    payload: z.object({ readAt: z.string() }),
    room: 'user',
    about: 'I read my notifications, maybe on another device.',
  },
  'place.changed': {
    payload: z.object({}),
    room: 'user',
    about: 'My memberships, roles or mutes changed: ask again who I am.',
  },
} as const;

export type EventName = keyof typeof serverEvents;
export type Payload<N extends EventName> = z.output<(typeof serverEvents)[N]['payload']>;
/** One event of a packet, as [name, payload]. */
export type HubEvent = { [N in EventName]: [N, Payload<N>] }[EventName];

export interface ServerEvents {
  events: (packet: HubEvent[]) => void;
}

/** Client -> server signals, each answered by an acknowledgement: `{ ok: … }` or the error body of HTTP. */
export const clientSignals = {
  'message.send': {
    payload: MessageCreate.extend({ channelId: Id }),
    answer: MessageView,
    about: 'Say something. Acknowledged once it is stored; a repeat of the clientId gives the first message.',
  },
  sync: {
    payload: SyncRequest,
    answer: SyncResult,
    about: 'All changes of a channel after a version, or `reset`.',
  },
  'typing.start': {
    payload: z.object({ channelId: Id }),
    answer: z.object({}),
    about: 'I am typing; lapses after five seconds.',
  },
  'channel.watch': {
    payload: z.object({ channelId: Id.nullable() }),
    answer: z.object({}),
    about: 'I have this channel before me, and need not be woken for it. `null`: I look at none any more.',
  },
  'topic.watch': {
    payload: z.object({ channelId: Id }),
    answer: z.object({}),
    about:
      'I have opened this topic: from now on I hear it, besides those that I follow, until I open another.',
  },
  'presence.watch': {
    payload: z.object({ groupId: Id.nullable() }),
    answer: z.array(Id),
    about:
      'Who of a group is online; from now on I hear who comes and goes, of this group alone. `null`: of none any more.',
  },
} as const;

export type SignalName = keyof typeof clientSignals;
export type Ack<T> = { ok: T } | ErrorBody;

export type ClientEvents = {
  [N in SignalName]: (
    payload: z.input<(typeof clientSignals)[N]['payload']>,
    acknowledge: (answer: Ack<z.output<(typeof clientSignals)[N]['answer']>>) => void,
  ) => void;
};
