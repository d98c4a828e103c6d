// Letters to devices, as data: the device's own service worker puts them into words. Pure.
import { isHidden } from '../../shared/hidden.ts';
import { isMentioned } from '../../shared/mentioned.ts';
import type { NoticeView } from '../../shared/notices.ts';
import type { NotificationView } from '../../shared/notifications.ts';
import type { PushContent, PushLetter } from '../../shared/push.ts';
import type { Device } from './push.post.ts';
import type { Listener, Said } from './push.queries.ts';

/** More does not fit on a lock screen; and a sealed letter may have 4 kB. */
const WORDS = 240;
const AUTHORS = 4;

const cut = (text: string, most = WORDS) => (text.length > most ? `${text.slice(0, most).trimEnd()}…` : text);

/**
 * What of a channel waits for a listener: not what they wrote, have read, or do not want to see; and where only what names them may
 * wake them, only that.
 */
export function unreadFor(listener: Listener, latest: readonly Said[]): Said[] {
  const { personId, readSeq, channel } = listener;
  const blocked = new Set(listener.blocked);
  return latest.filter(
    ({ seq, authorId, seat, carried }) =>
      seq > readSeq &&
      authorId !== personId &&
      !isHidden({ id: authorId, seat }, blocked) &&
      (channel?.level !== 'mentions' || isMentioned(carried, personId)),
  );
}

/** One letter for all that waits in a channel, given what of it concerns the listener, the newest first. */
export function talkContent(
  channelId: string,
  place: string,
  unread: readonly Said[],
  isMentioned: boolean,
): PushContent {
  const [last] = unread;
  return {
    kind: 'talk',
    href: `/app/channels/${channelId}`,
    place: cut(place, 120),
    count: unread.length,
    authors: [...new Set(unread.map(({ author }) => author))].slice(0, AUTHORS),
    isMentioned,
    words: last?.text ? cut(last.text) : null,
  };
}

export function noticeContent({ id, urgency, author, title, body }: NoticeView): PushContent {
  const href = `/app/notices/${id}`;
  return { kind: 'notice', href, urgency, from: author.seat ?? author.name, title, words: cut(body) };
}

export function toldContent({ kind, data }: Pick<NotificationView, 'kind' | 'data'>): PushContent {
  const words = Object.fromEntries(Object.entries(data).map(([key, text]) => [key, cut(text)]));
  // Only paths of our own are followed.
  const href = /^\/(?!\/)/.test(data.href ?? '') ? data.href! : '/app';
  return { kind: 'told', href, about: kind, data: words };
}

/** The letter for one device; what has the same tag replaces the one before it. */
export function letterTo({ locale, hidesWords }: Device, tag: string, content: PushContent): PushLetter {
  return { tag, locale, content: hidesWords ? withoutWords(content) : content };
}

function withoutWords(content: PushContent): PushContent {
  switch (content.kind) {
    case 'talk':
      return { ...content, words: null };
    case 'notice':
      return { ...content, title: null, words: null };
    case 'told':
      return { ...content, data: null };
    default:
      return content;
  }
}
