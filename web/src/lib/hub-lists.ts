// How events keep the hub's own lists true: pure, and harmless to apply twice.
import { upsertById } from '../../../shared/collection.ts';
import type { HubEvent } from '../../../shared/events.ts';
import type { MyNotice, NoticeView } from '../../../shared/notices.ts';
import type { NotificationView } from '../../../shared/notifications.ts';

/** `canMeasure` tells of a notice that was not known before. */
export function applyToNotices(
  notices: MyNotice[],
  [name, payload]: HubEvent,
  canMeasure: (notice: NoticeView) => boolean,
): MyNotice[] {
  switch (name) {
    case 'notice.published':
    case 'notice.withdrawn': {
      const known = notices.find(({ id }) => id === payload.id);
      if (known && known.version >= payload.version) return notices;
      const mine = known?.canMeasure ?? canMeasure(payload);
      if (payload.withdrawnAt && !mine) return notices.filter(({ id }) => id !== payload.id);
      return putNotice(notices, { ...payload, receipt: known?.receipt ?? 'none', canMeasure: mine });
    }
    case 'receipt.given':
      return notices.map((notice) =>
        notice.id === payload.noticeId ? { ...notice, receipt: payload.receipt } : notice,
      );
    default:
      return notices;
  }
}

/** The newest first; an older state of a notice does not replace a newer one. */
export function putNotice(notices: MyNotice[], notice: MyNotice): MyNotice[] {
  return upsertById(
    notices.filter(({ id, version }) => id !== notice.id || version > notice.version),
    notice,
  ).toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt));
}

export function applyToNotifications(
  notifications: NotificationView[],
  [name, payload]: HubEvent,
): NotificationView[] {
  switch (name) {
    case 'notification.created':
      return notifications.some(({ id }) => id === payload.id) ? notifications : [payload, ...notifications];
    case 'notification.read':
      return notifications.map((one) =>
        one.readAt || one.createdAt > payload.readAt ? one : { ...one, readAt: payload.readAt },
      );
    default:
      return notifications;
  }
}
