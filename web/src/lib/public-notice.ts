// Public notices as lists show them: only what a card needs, because a page carries its data twice, as text and as data.
import type { NoticeView } from '../../../shared/notices.ts';

export interface NoticeBrief extends Pick<NoticeView, 'id' | 'title' | 'urgency' | 'author' | 'publishedAt'> {
  excerpt: string;
}

const excerptLength = 140;
const pressingDays = 14;

export function noticeBrief({ id, title, urgency, author, publishedAt, body }: NoticeView): NoticeBrief {
  return { id, title, urgency, author, publishedAt, excerpt: excerptOf(body) };
}

/** The beginning of a text on one line, cut between words. */
export function excerptOf(body: string, length = excerptLength): string {
  const text = body.replace(/\s+/g, ' ').trim();
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 20)).trimEnd()}…`;
}

/** Urgent ones stand before all others while they are fresh: a screening of last year would hide the news of today. */
export function byPressing(
  notices: NoticeBrief[],
  now = new Date(),
): { pressing: NoticeBrief[]; others: NoticeBrief[] } {
  const since = now.getTime() - pressingDays * 86_400_000;
  const isPressing = ({ urgency, publishedAt }: NoticeBrief) =>
    urgency === 'urgent' && Date.parse(publishedAt) >= since;
  return { pressing: notices.filter(isPressing), others: notices.filter((notice) => !isPressing(notice)) };
}
