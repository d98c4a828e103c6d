import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { Channel } from './channel.entity.ts';
import { ChannelAttention } from './channel-attention.entity.ts';
import { ChannelsController } from './channels.controller.ts';
import { ChannelsService } from './channels.service.ts';
import { ReadMarker } from './read-marker.entity.ts';
import { Roster } from './roster.ts';
import { TopicFollow } from './topic-follow.entity.ts';
import { TopicsController } from './topics.controller.ts';
import { TopicsService } from './topics.service.ts';

@Module({
  imports: [MikroOrmModule.forFeature([Channel, ReadMarker, ChannelAttention, TopicFollow])],
  controllers: [ChannelsController, TopicsController],
  providers: [ChannelsService, Roster, TopicsService],
  exports: [ChannelsService, Roster, TopicsService],
})
export class ChannelsModule {}
