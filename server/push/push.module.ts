import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { RealtimeModule } from '../realtime/realtime.module.ts';
import { PushController } from './push.controller.ts';
import { PushDelivery } from './push.delivery.ts';
import { PushKey } from './push-key.entity.ts';
import { PushKeys } from './push.keys.ts';
import { PushListener } from './push.listener.ts';
import { PushNotices } from './push.notices.ts';
import { PushPost } from './push.post.ts';
import { PushService } from './push.service.ts';
import { PushSubscription } from './push-subscription.entity.ts';
import { PushTalk } from './push.talk.ts';
import { PushTold } from './push-told.entity.ts';
import { PushWriting } from './push.writing.ts';

@Module({
  imports: [
    MikroOrmModule.forFeature([PushKey, PushSubscription, PushTold]),
    ChannelsModule,
    NoticesModule,
    NotificationsModule,
    RealtimeModule,
  ],
  controllers: [PushController],
  providers: [
    PushDelivery,
    PushKeys,
    PushListener,
    PushNotices,
    PushPost,
    PushService,
    PushTalk,
    PushWriting,
  ],
})
export class PushModule {}
