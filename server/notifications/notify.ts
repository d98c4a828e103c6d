import type { EntityManager } from '@mikro-orm/postgresql';
import type { NotificationKind, NotificationView } from '../../shared/notifications.ts';
import { Person } from '../identity/person.entity.ts';
import { room, type Events } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { Notification } from './notification.entity.ts';

export function notificationView({ id, kind, data, createdAt, readAt }: Notification): NotificationView {
  return { id, kind, data, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null };
}

/**
 * Keeps a notification in the transaction of the act that it tells of, so that neither is there without the other. Call the
 * returned function after the commit: it tells the person's open windows.
 */
export function notify(
  em: EntityManager,
  personId: string,
  kind: NotificationKind,
  data: Record<string, string>,
): (events: Events) => void {
  const notification = em.create(Notification, {
    id: newId(),
    person: em.getReference(Person, personId),
    kind,
    data,
    createdAt: new Date(),
    readAt: null,
  });
  em.persist(notification);
  return (events) =>
    events.publish(room.user(personId), 'notification.created', notificationView(notification));
}
