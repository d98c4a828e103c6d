import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { MentionsController } from './mentions.controller.ts';
import { MentionsService } from './mentions.service.ts';

@Module({
  imports: [ChannelsModule],
  controllers: [MentionsController],
  providers: [MentionsService],
  exports: [MentionsService],
})
export class MentionsModule {}
