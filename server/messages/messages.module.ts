import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { Message } from './message.entity.ts';
import { MessageRevision } from './message-revision.entity.ts';
import { MessageWriter } from './message.writer.ts';
import { MessagesController } from './messages.controller.ts';
import { MessagesService } from './messages.service.ts';
import { Speakers } from './speakers.ts';

@Module({
  imports: [MikroOrmModule.forFeature([Message, MessageRevision])],
  controllers: [MessagesController],
  providers: [MessagesService, MessageWriter, Speakers],
  exports: [MessagesService, MessageWriter],
})
export class MessagesModule {}
