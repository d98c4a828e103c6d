import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import { Message } from '../messages/message.entity.ts';

/** One vote in a poll; the message carries the counts. Whoever took theirs back chooses nothing. */
export const PollVote = defineEntity({
  name: 'PollVote',
  properties: {
    message: () => p.manyToOne(Message).primary().deleteRule('cascade'),
    /** The person, or the household for which one votes. */
    voterId: p.uuid().primary(),
    person: () => p.manyToOne(Person).deleteRule('cascade'),
    choices: p.json<number[]>(),
    votedAt: p.datetime(),
    /** Whether the counts in the message know it. */
    isCounted: p.boolean(),
  },
  indexes: [{ name: 'poll_vote_uncounted', properties: ['message'], where: 'not is_counted' }],
});
export type PollVote = InferEntity<typeof PollVote>;
