// The badge of a channel, kept true by events. Pure: the window and the tests stand on the same rules.
import type { ChannelView } from './channels.ts';
import type { HubEvent } from './events.ts';
import { isGone } from './gone.ts';
import { isHidden } from './hidden.ts';
import { isMentioned } from './mentioned.ts';
import type { MessageView } from './messages.ts';
import type { PersonChanged } from './people.ts';
import { renamed } from './renaming.ts';
import type { MessageBrief } from './topics.ts';

/** So many unread mentions of a channel are known by their places: the first ones. */
export const MOST_PLACES = 100;
/** Counting unread messages stops here: nobody needs to know whether it is 1,000 or 4,000. */
export const MOST_UNREAD = 1000;
const nobody: ReadonlySet<string> = new Set();

/**
 * Whether the badge cannot be told from this event alone, and the channel has to be asked for: something before it was not heard,
 * or what is unread was counted at another version of the channel than the one that is known here.
 */
export function isBehind(channel: ChannelView, [name, payload]: HubEvent): boolean {
  switch (name) {
    case 'message.created':
    case 'message.edited':
    case 'message.deleted':
    case 'message.removed':
    case 'message.reacted':
    case 'message.pinned':
    case 'message.changed':
      return (
        payload.channelId === channel.id &&
        (payload.version > channel.version + 1 || uncovers(channel, payload))
      );
    case 'channel.settled':
      return payload.channelId === channel.id && payload.version > channel.version;
    case 'read.marked':
      return (
        payload.channelId === channel.id &&
        payload.readSeq > channel.readSeq &&
        payload.version !== channel.version
      );
    default:
      return false;
  }
}

/** Where more is unread than was counted, or more mentions wait than are known by their places, one that goes lets another one in. */
const uncovers = ({ unread, mentions }: ChannelView, message: MessageView) =>
  (unread >= MOST_UNREAD && isGone(message)) ||
  (mentions.length === MOST_PLACES && mentions.includes(message.seq));

/** Whether this answer knows all that is known here already. Otherwise it was given before, and must not replace it. */
export const isNoOlder = (answer: ChannelView, known: ChannelView) =>
  answer.version >= known.version &&
  answer.readSeq >= known.readSeq &&
  (answer.topic?.root.version ?? 0) >= (known.topic?.root.version ?? 0) &&
  (answer.topic?.quoted?.version ?? 0) >= (known.topic?.quoted?.version ?? 0);

/** The badge of a channel after an event. My own messages are never unread, nor is what is hidden from me. */
export function applyToChannel(
  channel: ChannelView,
  [name, payload]: HubEvent,
  myId: string,
  blocked: ReadonlySet<string> = nobody,
): ChannelView {
  const counts = ({ author, seq }: MessageView) =>
    author.id !== myId && !isHidden(author, blocked) && seq > channel.readSeq;
  switch (name) {
    case 'message.created':
      if (payload.channelId !== channel.id || payload.version <= channel.version) return channel;
      return {
        ...channel,
        version: payload.version,
        lastSeq: Math.max(channel.lastSeq, payload.seq),
        unread: channel.unread + (counts(payload) ? 1 : 0),
        mentions: mentionsWith(channel, payload, myId, counts(payload)),
        lastMessage: payload.seq >= channel.lastSeq ? briefOf(payload) : channel.lastMessage,
      };
    case 'message.edited':
    case 'message.deleted':
    case 'message.removed': {
      if (payload.channelId !== channel.id) return onOther(channel, payload);
      if (payload.version <= channel.version) return channel;
      const leaves = name !== 'message.edited' && counts(payload);
      return {
        ...channel,
        version: payload.version,
        unread: channel.unread - (leaves ? 1 : 0),
        mentions: mentionsWith(channel, payload, myId, counts(payload)),
        lastMessage: channel.lastMessage?.id === payload.id ? briefOf(payload) : channel.lastMessage,
      };
    }
    case 'message.reacted': {
      const { by: _, ...message } = payload;
      return applyToChannel(channel, ['message.changed', message], myId);
    }
    case 'message.pinned':
    case 'message.changed':
      if (payload.channelId !== channel.id) return onOther(channel, payload);
      return payload.version > channel.version ? { ...channel, version: payload.version } : channel;
    case 'person.changed':
      return rename(channel, payload);
    case 'read.marked':
      if (payload.channelId !== channel.id || payload.readSeq <= channel.readSeq) return channel;
      return {
        ...channel,
        readSeq: payload.readSeq,
        unread: payload.unread,
        mentions: payload.mentions,
      };
    case 'attention.changed': {
      const { topic } = channel;
      if (payload.channelId !== (topic?.parentId ?? channel.id)) return channel;
      const { level, mutedUntil } = payload;
      // Whoever follows a topic wants all of it, whatever they want of the channel.
      const heard = topic && level === 'mentions' ? 'all' : level;
      return { ...channel, attention: { level: heard, mutedUntil } };
    }
    default:
      return channel;
  }
}

/** Their new name and picture stand above what they said last, and above the message that a topic hangs on. */
function rename(channel: ChannelView, changed: PersonChanged): ChannelView {
  const { lastMessage, topic } = channel;
  const { personId, name, photo } = changed;
  return {
    ...channel,
    lastMessage:
      lastMessage?.author.id === personId
        ? { ...lastMessage, author: { ...lastMessage.author, name, photo } }
        : lastMessage,
    topic: topic && {
      ...topic,
      root: renamed(topic.root, changed),
      quoted: topic.quoted && renamed(topic.quoted, changed),
    },
  };
}

/** The places of unread mentions with this message as it is now: what is gone, or names me no more, mentions nobody. */
function mentionsWith(
  { mentions }: ChannelView,
  { seq, carried }: MessageView,
  myId: string,
  counts: boolean,
): number[] {
  const others = mentions.filter((one) => one !== seq);
  const isUnread = counts && isMentioned(carried, myId);
  return isUnread ? [...others, seq].toSorted((a, b) => a - b).slice(0, MOST_PLACES) : others;
}

/** A topic with what is told of its message, or of the one that this answers, in the channel that they stand in. */
function onOther(channel: ChannelView, message: MessageView): ChannelView {
  const { topic } = channel;
  if (message.channelId !== topic?.parentId) return channel;
  const { root, quoted } = topic;
  if (message.id === root.id && message.version > root.version)
    return { ...channel, topic: { ...topic, root: message } };
  if (quoted && message.id === quoted.id && message.version > quoted.version)
    return { ...channel, topic: { ...topic, quoted: message } };
  return channel;
}

/** A message in short. */
export function briefOf(message: MessageView): MessageBrief {
  const { id, author, text, carried, createdAt } = message;
  const gone = isGone(message);
  const shows = gone ? null : (carried?.files?.[0]?.kind ?? null);
  return { id, author, text, shows, isGone: gone, createdAt };
}
