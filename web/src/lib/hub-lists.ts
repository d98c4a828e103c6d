// How events keep the hub's own lists true: pure, and harmless to apply twice.
import type { GroupChannels } from '../../../shared/channels.ts';
import { upsertById } from '../../../shared/collection.ts';
import type { HubEvent } from '../../../shared/events.ts';
import type { Me } from '../../../shared/identity.ts';
import type { MyNotice } from '../../../shared/notices.ts';
import type { NotificationView } from '../../../shared/notifications.ts';

export function applyToNotices(
  notices: MyNotice[],
  [name, payload]: HubEvent,
  me: Me,
  mine: GroupChannels[],
): MyNotice[] {
  switch (name) {
    case 'notice.published':
    case 'notice.withdrawn': {
      const known = notices.find(({ id }) => id === payload.id);
      if (known && known.version >= payload.version) return notices;
      const measures = known?.canMeasure ?? canMeasure(payload, me, mine);
      if (payload.withdrawnAt && !measures) return notices.filter(({ id }) => id !== payload.id);
      return putNotice(notices, { ...payload, receipt: known?.receipt ?? 'none', canMeasure: measures });
    }
    case 'receipt.given':
      // Told late, "seen" takes nothing back.
      return notices.map((notice) =>
        notice.id === payload.noticeId && notice.receipt !== 'acknowledged'
          ? { ...notice, receipt: payload.receipt }
          : notice,
      );
    default:
      return notices;
  }
}

/** As the server says it with a list: a notice to everyone counts by the residential groups. */
function canMeasure({ groups }: Pick<MyNotice, 'groups'>, me: Me, mine: GroupChannels[]): boolean {
  const to = mine.filter(({ group }) => groups.some(({ id }) => id === group.id));
  const isCommuneWide = to.some(({ group }) => group.kind === 'commune');
  return (
    me.permissions.includes('notice.measure') ||
    [...to, ...(isCommuneWide ? mine.filter(({ group }) => group.kind === 'residential') : [])].some(
      ({ permissions }) => permissions.includes('notice.measure'),
    )
  );
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
