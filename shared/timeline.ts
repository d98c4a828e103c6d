// How events change what a window shows: pure, and harmless to apply twice. The web and the event tests share it, and hold it
// to the law: old state + events = a fresh read.
import type { HubEvent } from './events.ts';
import type { MessagePage, MessageView, MyReactions, SyncResult } from './messages.ts';
import type { PersonChanged } from './people.ts';
import { renamed } from './renaming.ts';

/** One open channel: a stretch of messages without holes, and the version up to which it is known to be true. */
export interface Timeline {
  channelId: string;
  version: number;
  /** Versions after `version` that came before their turn; a hole that stays is a reason to `sync`. */
  ahead: number[];
  /** The version that the channel is known to have reached, whether or not what led there was heard. */
  settled: number;
  /** In `seq` order, without holes. */
  messages: MessageView[];
  /** Replied-to messages outside the stretch, by id. */
  quoted: Record<string, MessageView>;
  /** My own reactions, by message. */
  mine: MyReactions;
  /** The version as of which they are known, by message: it moves by my own acts, while the message's moves by everybody's. */
  mineAt: Record<string, number>;
  /** Whose window it is. */
  myId: string;
  hasBefore: boolean;
  hasAfter: boolean;
}

export function openTimeline(channelId: string, page: MessagePage, myId: string): Timeline {
  const { version, messages, mine, hasBefore, hasAfter } = page;
  const state: Timeline = {
    channelId,
    version,
    ahead: [],
    settled: version,
    messages,
    quoted: Object.fromEntries(page.quoted.map((message) => [message.id, message])),
    mine: {},
    mineAt: {},
    myId,
    hasBefore,
    hasAfter,
  };
  return knowMine(state, messages, mine, version);
}

/** Adds an older or newer page. What events brought meanwhile is newer than the page and stays. */
export function extendTimeline(state: Timeline, page: MessagePage, direction: 'before' | 'after'): Timeline {
  const messages = page.messages.reduce(upsert, state.messages);
  const quoted = { ...state.quoted };
  for (const message of page.quoted) {
    const known = quoted[message.id];
    if (!known || known.version < message.version) quoted[message.id] = message;
  }
  const extended = knowMine({ ...state, messages, quoted }, page.messages, page.mine, page.version);
  return direction === 'before'
    ? { ...extended, hasBefore: page.hasBefore }
    : { ...extended, hasAfter: page.hasAfter };
}

/** Applies one event; gives the same object back where the event does not concern this channel. */
export function applyEvent(state: Timeline, [name, payload]: HubEvent): Timeline {
  switch (name) {
    case 'message.created':
    case 'message.edited':
    case 'message.pinned':
    case 'message.changed':
      if (payload.channelId !== state.channelId) return state;
      return advance(placeMessage(state, payload), payload.version);
    case 'message.deleted':
    case 'message.removed': {
      if (payload.channelId !== state.channelId) return state;
      return advance(knowMine(placeMessage(state, payload), [payload], {}, payload.version), payload.version);
    }
    case 'message.reacted': {
      if (payload.channelId !== state.channelId) return state;
      const { by, ...message } = payload;
      const placed = placeMessage(state, message);
      const isMine = by.personId === state.myId;
      const known = isMine
        ? knowMine(placed, [message], { [message.id]: by.emoji }, message.version)
        : placed;
      return advance(known, message.version);
    }
    case 'person.changed':
      return rename(state, payload);
    case 'channel.settled':
      if (payload.channelId !== state.channelId || payload.version <= state.settled) return state;
      return { ...state, settled: payload.version };
    default:
      return state;
  }
}

/** Takes in what `sync` answered. A `reset` is the caller's to follow with a fresh page. */
export function applySync(state: Timeline, result: SyncResult & { kind: 'changes' }): Timeline {
  const placed = result.messages.reduce(placeMessage, state);
  const version = Math.max(state.version, result.version);
  const settled = Math.max(state.settled, version);
  const ahead = placed.ahead.filter((one) => one > version);
  const known = knowMine(placed, result.messages, result.mine, result.version);
  return advance({ ...known, version, settled, ahead }, version);
}

/** Whether something between was missed. */
export const hasGap = (state: Timeline) => state.ahead.length > 0 || state.settled > state.version;

function advance(state: Timeline, version: number): Timeline {
  if (version <= state.version && state.ahead.length === 0) return state;
  const waiting = new Set(state.ahead);
  if (version > state.version) waiting.add(version);
  let reached = state.version;
  while (waiting.delete(reached + 1)) reached += 1;
  const ahead = [...waiting].filter((one) => one > reached);
  return { ...state, version: reached, settled: Math.max(state.settled, reached), ahead };
}

/** Their new name and picture stand above all that they said, and did, before. */
function rename(state: Timeline, changed: PersonChanged): Timeline {
  const messages = state.messages.map((message) => renamed(message, changed));
  const quoted = Object.fromEntries(
    Object.entries(state.quoted).map(([id, message]) => [id, renamed(message, changed)]),
  );
  return { ...state, messages, quoted };
}

/**
 * Keeps in mind how I react to those of these messages that are in the stretch. What is known of a later version stays: answers and
 * events overtake each other.
 */
function knowMine(state: Timeline, messages: MessageView[], told: MyReactions, version: number): Timeline {
  const inside = new Set(state.messages.map(({ id }) => id));
  const mine = { ...state.mine };
  const mineAt = { ...state.mineAt };
  for (const { id } of messages) {
    if (!inside.has(id) || mineAt[id]! >= version) continue;
    mineAt[id] = version;
    delete mine[id];
    if (told[id]?.length) mine[id] = told[id];
  }
  return { ...state, mine, mineAt };
}

/** Puts a message where it belongs; one outside the stretch only refreshes a quote. */
function placeMessage(state: Timeline, message: MessageView): Timeline {
  const known = state.quoted[message.id];
  const quoted =
    known && known.version < message.version ? { ...state.quoted, [message.id]: message } : state.quoted;
  const first = state.messages[0]?.seq ?? (state.hasBefore ? Infinity : 0);
  const last = state.messages.at(-1)?.seq ?? 0;
  const isInside = (message.seq >= first || !state.hasBefore) && (message.seq <= last || !state.hasAfter);
  if (!isInside) return quoted === state.quoted ? state : { ...state, quoted };
  return { ...state, quoted, messages: upsert(state.messages, message) };
}

function upsert(messages: MessageView[], message: MessageView): MessageView[] {
  const last = messages.at(-1);
  if (!last || last.seq < message.seq) return [...messages, message];
  const index = messages.findIndex((other) => other.seq >= message.seq);
  const known = messages[index]!;
  if (known.seq !== message.seq) return messages.toSpliced(index, 0, message);
  return known.version < message.version ? messages.with(index, message) : messages;
}
