// Where a conversation is opened: pure, and the same for the server's first page as for the window.
import type { ChannelView } from '#shared/channels.ts';
import type { MessagePage } from '#shared/messages.ts';

export type Place = { kind: 'newest' } | { kind: 'unread'; after: number } | { kind: 'at'; seq: number };

/** What the list on the screen can do; the list itself says when it is there. */
export interface Screen {
  toEnd: () => void;
  toSeq: (seq: number) => void;
  /** Where someone is reading, to open there again; null at the end. */
  readingSeq: () => number | null;
  /** Whether a hand has been on it. */
  isTouched: () => boolean;
}

const LONG_HISTORY = 100;

/** How far this person had read; null where nothing is unread. */
export function unreadAfterIn({ unread, readSeq, lastSeq }: ChannelView): number | null {
  // Who has never been here is not sent to the beginning of a year of talk.
  const isNewcomer = readSeq === 0 && lastSeq > LONG_HISTORY;
  return unread > 0 && !isNewcomer ? readSeq : null;
}

/** `at`: the message that was asked for. */
export function placeIn(channel: ChannelView, at: number | null): Place {
  if (at !== null) return { kind: 'at', seq: at };
  const after = unreadAfterIn(channel);
  return after === null ? { kind: 'newest' } : { kind: 'unread', after };
}

/** The stretch around a place, as `message.list` takes it. */
export function queryOf(place: Place): { around?: number } {
  if (place.kind === 'newest') return {};
  return { around: place.kind === 'unread' ? place.after + 1 : place.seq };
}

/** Whether a stretch reaches to a place. */
export function holds({ messages }: Pick<MessagePage, 'messages'>, place: Place): boolean {
  const first = messages[0]?.seq ?? 0;
  if (place.kind === 'at') return messages.some(({ seq }) => seq === place.seq);
  return place.kind === 'newest' || first <= place.after + 1;
}

/** The message that an address asks for. */
export const placeAsked = (url: Pick<URL, 'search'>) =>
  Number(new URLSearchParams(url.search).get('at')) || null;
