import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { PollsController } from './polls.controller.ts';
import { PollsService } from './polls.service.ts';
import { PollVote } from './poll-vote.entity.ts';
import { Tallies } from './tallies.ts';
import { VotesWithdrawal } from './votes.withdrawal.ts';

@Module({
  imports: [MikroOrmModule.forFeature([PollVote])],
  controllers: [PollsController],
  providers: [PollsService, Tallies, VotesWithdrawal],
  exports: [VotesWithdrawal],
})
export class AnswersModule {}
