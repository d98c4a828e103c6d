// One's own notifications: what was kept by notify.ts, read by its person.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Answer } from '../../shared/api.ts';
import type { NotificationView } from '../../shared/notifications.ts';
import type { Actor } from '../identity/actor.ts';
import { Events, room } from '../platform/events.ts';
import { Notification } from './notification.entity.ts';
import { notificationView } from './notify.ts';

const PAGE = 100;

@Injectable()
export class NotificationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  async list(actor: Actor): Promise<NotificationView[]> {
    const mine = await this.em.find(
      Notification,
      { person: actor.personId },
      { orderBy: { id: 'desc' }, limit: PAGE },
    );
    return mine.map(notificationView);
  }

  /** Marks all that stands until now; one that comes in the same moment stays new. */
  async read(actor: Actor): Promise<Answer<'notification.read'>> {
    const readAt = new Date();
    await this.em.nativeUpdate(
      Notification,
      { person: actor.personId, readAt: null, createdAt: { $lte: readAt } },
      { readAt },
    );
    const read = { readAt: readAt.toISOString() };
    this.events.publish(room.user(actor.personId), 'notification.read', read);
    return read;
  }
}
