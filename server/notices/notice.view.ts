import type { MyNotice, NoticeView, ReceiptState } from '../../shared/notices.ts';
import type { Group } from '../places/group.entity.ts';
import type { Notice } from './notice.entity.ts';
import type { Receipt } from './receipt.entity.ts';

/** A notice as everyone may see it whom it concerns; `author` and `groups` must be populated. */
export function noticeView(notice: Notice): NoticeView {
  const { id, version, title, body, urgency, isPublic, author, seat, publishedAt, withdrawnAt } = notice;
  return {
    id,
    version,
    title,
    body,
    urgency,
    isPublic,
    author: { id: author.id, name: author.name, seat: seat ?? null },
    groups: inOrder(notice.groups.getItems()).map((group) => ({ id: group.id, name: group.name })),
    publishedAt: publishedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

/** The same with what concerns the reader alone. */
export function myNotice(notice: Notice, receipt: Receipt | null, canMeasure: boolean): MyNotice {
  return { ...noticeView(notice), receipt: receiptState(receipt), canMeasure };
}

export function receiptState(receipt: Receipt | null): ReceiptState {
  if (!receipt) return 'none';
  return receipt.acknowledgedAt ? 'acknowledged' : 'seen';
}

/** Groups as people count them: everyone, then the numbered ones, then the others by name. */
export function inOrder(groups: Group[]): Group[] {
  const rank = ({ kind, number }: Group) => (kind === 'commune' ? -1 : (number ?? Infinity));
  const byRank = (a: Group, b: Group) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b));
  return groups.toSorted((a, b) => byRank(a, b) || a.name.localeCompare(b.name, 'vi'));
}
