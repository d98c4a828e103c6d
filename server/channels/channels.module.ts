import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { Channel } from './channel.entity.ts';
import { ChannelsController } from './channels.controller.ts';
import { ChannelsService } from './channels.service.ts';
import { ReadMarker } from './read-marker.entity.ts';
import { Roster } from './roster.ts';

@Module({
  imports: [MikroOrmModule.forFeature([Channel, ReadMarker])],
  controllers: [ChannelsController],
  providers: [ChannelsService, Roster],
  exports: [Roster],
})
export class ChannelsModule {}
