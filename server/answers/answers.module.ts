import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { GatheringsController } from './gatherings.controller.ts';
import { GatheringsService } from './gatherings.service.ts';
import { GatheringAnswer } from './gathering-answer.entity.ts';
import { GatheringTold } from './gathering-told.entity.ts';
import { PollsController } from './polls.controller.ts';
import { PollsService } from './polls.service.ts';
import { PollVote } from './poll-vote.entity.ts';
import { Reminders } from './reminders.ts';
import { Tallies } from './tallies.ts';
import { VotesWithdrawal } from './votes.withdrawal.ts';

@Module({
  imports: [ChannelsModule, MikroOrmModule.forFeature([PollVote, GatheringAnswer, GatheringTold])],
  controllers: [PollsController, GatheringsController],
  providers: [PollsService, GatheringsService, Tallies, Reminders, VotesWithdrawal],
  exports: [VotesWithdrawal],
})
export class AnswersModule {}
