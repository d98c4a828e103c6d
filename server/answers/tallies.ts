// Counts what was answered into the message that asks. Many answers in a burst are one change of the channel: one is stored
// by itself, and then counted with all that came meanwhile.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { countedPoll } from '../../shared/ballot.ts';
import type { Gathering } from '../../shared/gatherings.ts';
import type { Poll } from '../../shared/polls.ts';
import { lockMessage, takeVersion } from '../messages/message.changes.ts';
import type { Message } from '../messages/message.entity.ts';
import { messageView } from '../messages/message.view.ts';
import { coalescing } from '../platform/coalescing.ts';
import { Events, room } from '../platform/events.ts';
import { Jobs } from '../platform/jobs.ts';
import { countAnswers } from './gathering.queries.ts';
import { GatheringAnswer } from './gathering-answer.entity.ts';
import { countVotes } from './poll.queries.ts';
import { PollVote } from './poll-vote.entity.ts';

/** Between two counts for one message. */
const REST_MS = 300;

@Injectable()
export class Tallies implements OnModuleInit {
  /** Resolves when all that was answered to this message and stored before is counted, and the channel is told. */
  readonly count = coalescing((messageId) => this.#count(messageId), REST_MS);

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('answers.count', '* * * * *', () => this.countLeft());
  }

  /** What was stored and not counted, because the database was away just then, or the process died. */
  async countLeft(): Promise<void> {
    const left = await this.em.fork().execute<{ message_id: string }[]>(
      `select m.id as message_id from (
         select message_id from poll_vote where not is_counted
         union select message_id from gathering_answer where not is_counted
       ) waiting join message m on m.id = waiting.message_id
       where m.deleted_at is null and m.removed_at is null`,
    );
    for (const { message_id } of left) await this.count(message_id);
  }

  async #count(messageId: string): Promise<void> {
    const changed = await this.em.fork().transactional(async (em) => {
      const message = await lockMessage(em, messageId);
      const before = message.carried;
      if (!before || message.deletedAt || message.removedAt) return null;
      if (before.poll) await countPoll(em, message, before.poll);
      if (before.gathering) await countGathering(em, message, before.gathering);
      return isDeepStrictEqual(message.carried, before) ? null : takeVersion(em, message);
    });
    if (changed)
      this.events.publish(room.channel(changed.channel.id), 'message.changed', messageView(changed));
  }
}

/** To be called with the message locked, and before its next version is taken; gives the poll as it is then. */
export async function countPoll(em: EntityManager, message: Message, poll: Poll): Promise<Poll> {
  const counted = countedPoll(poll, await countVotes(em, message.id, poll));
  await em.nativeUpdate(PollVote, { message: message.id, isCounted: false }, { isCounted: true });
  message.carried = { ...message.carried, poll: counted };
  return counted;
}

async function countGathering(em: EntityManager, message: Message, gathering: Gathering): Promise<void> {
  const counts = await countAnswers(em, message.id);
  await em.nativeUpdate(GatheringAnswer, { message: message.id, isCounted: false }, { isCounted: true });
  message.carried = { ...message.carried, gathering: { ...gathering, counts } };
}
