import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { Message } from './message.entity.ts';
import { MessageRevision } from './message-revision.entity.ts';
import { MessageWriter } from './message.writer.ts';
import { MessagesController } from './messages.controller.ts';
import { MessagesService } from './messages.service.ts';

@Module({
  imports: [ChannelsModule, MikroOrmModule.forFeature([Message, MessageRevision])],
  controllers: [MessagesController],
  providers: [MessagesService, MessageWriter],
  exports: [MessagesService, MessageWriter],
})
export class MessagesModule {}
