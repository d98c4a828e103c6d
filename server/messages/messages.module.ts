import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { MentionsModule } from '../mentions/mentions.module.ts';
import { Carrying } from './carrying.ts';
import { ForwardedNames } from './forwarded.names.ts';
import { Message } from './message.entity.ts';
import { MessageFilesController } from './message-files.controller.ts';
import { MessageFilesService } from './message-files.service.ts';
import { MessageRevision } from './message-revision.entity.ts';
import { MessageWriter } from './message.writer.ts';
import { MarksController } from './marks.controller.ts';
import { MessagesController } from './messages.controller.ts';
import { MessagesService } from './messages.service.ts';
import { PinsService } from './pins.service.ts';
import { Reaction } from './reaction.entity.ts';
import { ReactionsService } from './reactions.service.ts';
import { TopicCounts } from './topic.counts.ts';

@Module({
  imports: [
    ChannelsModule,
    MentionsModule,
    FilesModule,
    MikroOrmModule.forFeature([Message, MessageRevision, Reaction]),
  ],
  controllers: [MessagesController, MarksController, MessageFilesController],
  providers: [
    MessagesService,
    Carrying,
    ForwardedNames,
    MessageWriter,
    ReactionsService,
    PinsService,
    MessageFilesService,
    TopicCounts,
  ],
  exports: [MessagesService, MessageWriter, ReactionsService, ForwardedNames],
})
export class MessagesModule {}
