// Counts the votes of a poll into the message that carries it. Many votes in a burst are one change of the channel: a vote is stored
// by itself, and then counted with all that came meanwhile.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { countedPoll, type Poll } from '../../shared/polls.ts';
import { lockMessage, takeVersion } from '../messages/message.changes.ts';
import type { Message } from '../messages/message.entity.ts';
import { messageView } from '../messages/message.view.ts';
import { coalescing } from '../platform/coalescing.ts';
import { Events, room } from '../platform/events.ts';
import { countVotes } from './poll.queries.ts';
import { PollVote } from './poll-vote.entity.ts';

/** Between two counts of one poll. */
const REST_MS = 300;

@Injectable()
export class Tallies implements OnApplicationBootstrap {
  /** Resolves when all votes in this message that were stored before are counted, and the channel is told. */
  readonly count = coalescing((messageId) => this.#count(messageId), REST_MS);

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  /** A process that died between a vote and its count left it for the next one to start. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.em
      .fork()
      .execute<{ message_id: string }[]>('select distinct message_id from poll_vote where not is_counted');
    for (const { message_id } of left) await this.count(message_id);
  }

  async #count(messageId: string): Promise<void> {
    const changed = await this.em.fork().transactional(async (em) => {
      const message = await lockMessage(em, messageId);
      const poll = message.carried?.poll;
      if (!poll || message.deletedAt || message.removedAt) return null;
      const counted = await countInto(em, message, poll);
      return isDeepStrictEqual(counted, poll) ? null : takeVersion(em, message);
    });
    if (changed)
      this.events.publish(room.channel(changed.channel.id), 'message.changed', messageView(changed));
  }
}

/** To be called with the message locked, and before its next version is taken; gives the poll as it is then. */
export async function countInto(em: EntityManager, message: Message, poll: Poll): Promise<Poll> {
  const counted = countedPoll(poll, await countVotes(em, message.id, poll));
  await em.nativeUpdate(PollVote, { message: message.id, isCounted: false }, { isCounted: true });
  message.carried = { ...message.carried, poll: counted };
  return counted;
}
