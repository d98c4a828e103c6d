import { Controller } from '@nestjs/common';
import type { Answer } from '../../shared/api.ts';
import type { NotificationView } from '../../shared/notifications.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint } from '../platform/endpoint.ts';
import { NotificationsService } from './notifications.service.ts';

@Controller()
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Endpoint('notification.list')
  list(@CurrentActor() actor: Actor): Promise<NotificationView[]> {
    return this.notifications.list(actor);
  }

  @Endpoint('notification.read')
  read(@CurrentActor() actor: Actor): Promise<Answer<'notification.read'>> {
    return this.notifications.read(actor);
  }
}
