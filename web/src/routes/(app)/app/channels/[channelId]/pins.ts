// Which notices stand pinned above a conversation: pure.
import type { MyNotice } from '#shared/notices.ts';

const DAYS_KEPT = 14;

/**
 * Notices to one of these groups that still hold, the newest first; an urgent one that was not acknowledged goes before.
 * What was acknowledged makes room after two weeks.
 */
export function pinnedNotices(notices: MyNotice[], groupIds: string[], now: number): MyNotice[] {
  const oldest = new Date(now - DAYS_KEPT * 86_400_000).toISOString();
  const presses = ({ urgency, receipt }: MyNotice) => urgency === 'urgent' && receipt !== 'acknowledged';
  return notices
    .filter(
      ({ groups, withdrawnAt, receipt, publishedAt }) =>
        !withdrawnAt &&
        groups.some(({ id }) => groupIds.includes(id)) &&
        (receipt !== 'acknowledged' || publishedAt > oldest),
    )
    .toSorted(
      (a, b) => Number(presses(b)) - Number(presses(a)) || b.publishedAt.localeCompare(a.publishedAt),
    );
}
