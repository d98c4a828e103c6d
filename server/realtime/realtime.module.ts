import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MessagesModule } from '../messages/messages.module.ts';
import { RealtimeGateway } from './realtime.gateway.ts';
import { Signals } from './signals.ts';

@Module({
  imports: [IdentityModule, ChannelsModule, MessagesModule],
  providers: [RealtimeGateway, Signals],
  exports: [RealtimeGateway],
})
export class RealtimeModule {}
