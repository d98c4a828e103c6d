import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { Channel } from './channel.entity.ts';
import { ChannelAttention } from './channel-attention.entity.ts';
import { ChannelsController } from './channels.controller.ts';
import { ChannelsService } from './channels.service.ts';
import { ReadMarker } from './read-marker.entity.ts';
import { Roster } from './roster.ts';

@Module({
  imports: [MikroOrmModule.forFeature([Channel, ReadMarker, ChannelAttention])],
  controllers: [ChannelsController],
  providers: [ChannelsService, Roster],
  exports: [ChannelsService, Roster],
})
export class ChannelsModule {}
