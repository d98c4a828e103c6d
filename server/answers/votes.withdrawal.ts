// Taking back the answers of somebody who goes, from what still runs; what is over stands as it was counted.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isClosed } from '../../shared/ballot.ts';
import { GatheringAnswer } from './gathering-answer.entity.ts';
import { PollVote } from './poll-vote.entity.ts';
import { Tallies } from './tallies.ts';

@Injectable()
export class VotesWithdrawal {
  constructor(
    private readonly em: EntityManager,
    private readonly tallies: Tallies,
  ) {}

  /** A household's answer stays its household's. */
  async withdrawAll(personId: string): Promise<void> {
    const em = this.em.fork();
    const votes = await em.find(PollVote, { voterId: personId }, { populate: ['message'] });
    for (const { message } of votes) {
      const poll = message.carried?.poll;
      if (!poll || isClosed(poll, Date.now())) continue;
      await em.nativeDelete(PollVote, { message: message.id, voterId: personId });
      await this.tallies.count(message.id);
    }
    const answers = await em.find(GatheringAnswer, { answererId: personId }, { populate: ['message'] });
    for (const { message } of answers) {
      const gathering = message.carried?.gathering;
      if (!gathering || Date.parse(gathering.startsAt) < Date.now()) continue;
      await em.nativeDelete(GatheringAnswer, { message: message.id, answererId: personId });
      await this.tallies.count(message.id);
    }
  }
}
