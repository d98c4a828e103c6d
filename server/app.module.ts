import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AnswersModule } from './answers/answers.module.ts';
import { AccountModule } from './account/account.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { ChannelsModule } from './channels/channels.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { FilesModule } from './files/files.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { SessionGuard } from './identity/session.guard.ts';
import { MentionsModule } from './mentions/mentions.module.ts';
import { MessagesModule } from './messages/messages.module.ts';
import { ModerationModule } from './moderation/moderation.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PlacesModule } from './places/places.module.ts';
import { PortraitsModule } from './portraits/portraits.module.ts';
import { PlatformModule, type Foundation } from './platform/platform.module.ts';
import { ProceduresModule } from './procedures/procedures.module.ts';
import { PushModule } from './push/push.module.ts';
import { RealtimeModule } from './realtime/realtime.module.ts';
import { SearchModule } from './search/search.module.ts';

@Module({})
export class AppModule {
  static with(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(foundation),
        IdentityModule,
        AuditModule,
        NotificationsModule,
        PlacesModule,
        PeopleModule,
        ChannelsModule,
        MentionsModule,
        FilesModule,
        PortraitsModule,
        MessagesModule,
        AnswersModule,
        NoticesModule,
        ProceduresModule,
        ModerationModule,
        SearchModule,
        AccountModule,
        RealtimeModule,
        PushModule,
        DemoModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: SessionGuard }],
    };
  }
}
