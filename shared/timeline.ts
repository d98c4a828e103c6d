// How events change what a window shows: pure, and harmless to apply twice. The web and the event tests share it, and hold it
// to the law: old state + events = a fresh read.
import type { HubEvent } from './events.ts';
import type { MessagePage, MessageReacted, MessageView, MyReactions, SyncResult } from './messages.ts';
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
  /** Whose window it is. */
  myId: string;
  hasBefore: boolean;
  hasAfter: boolean;
}

export function openTimeline(channelId: string, page: MessagePage, myId: string): Timeline {
  return {
    channelId,
    version: page.version,
    ahead: [],
    settled: page.version,
    messages: page.messages,
    quoted: Object.fromEntries(page.quoted.map((message) => [message.id, message])),
    mine: page.mine,
    myId,
    hasBefore: page.hasBefore,
    hasAfter: page.hasAfter,
  };
}

/** Adds an older or newer page. What events brought meanwhile is newer than the page and stays. */
export function extendTimeline(state: Timeline, page: MessagePage, direction: 'before' | 'after'): Timeline {
  const messages = page.messages.reduce(upsert, state.messages);
  const quoted = { ...state.quoted };
  for (const message of page.quoted) {
    const known = quoted[message.id];
    if (!known || known.version < message.version) quoted[message.id] = message;
  }
  const mine = { ...without(page.mine, state.messages), ...state.mine };
  return direction === 'before'
    ? { ...state, messages, quoted, mine, hasBefore: page.hasBefore }
    : { ...state, messages, quoted, mine, hasAfter: page.hasAfter };
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
      const mine = without(state.mine, [payload]);
      return advance(placeMessage({ ...state, mine }, payload), payload.version);
    }
    case 'message.reacted': {
      if (payload.channelId !== state.channelId) return state;
      const { by, ...message } = payload;
      return advance(placeMessage(react(state, message, by), message), message.version);
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
  const told = Object.fromEntries(
    placed.messages.map(({ id }) => [id, result.mine[id]] as const).filter(([, one]) => one),
  );
  const mine = { ...without(state.mine, result.messages), ...told } as MyReactions;
  const version = Math.max(state.version, result.version);
  const settled = Math.max(state.settled, version);
  const ahead = placed.ahead.filter((one) => one > version);
  return advance({ ...placed, mine, version, settled, ahead }, version);
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

/** Keeps in mind what I did myself; what was told of an older state of the message says nothing any more. */
function react(state: Timeline, { id, version }: MessageView, by: MessageReacted['by']): Timeline {
  const known = state.messages.find((message) => message.id === id);
  if (by.personId !== state.myId || !known || known.version > version) return state;
  const others = (state.mine[id] ?? []).filter((emoji) => emoji !== by.emoji);
  const now = by.isOn ? [...others, by.emoji] : others;
  return { ...state, mine: { ...without(state.mine, [known]), ...(now.length > 0 && { [id]: now }) } };
}

function without(mine: MyReactions, messages: MessageView[]): MyReactions {
  const ids = new Set(messages.map(({ id }) => id));
  return Object.fromEntries(Object.entries(mine).filter(([id]) => !ids.has(id)));
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
