import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Coming } from '../../shared/gatherings.ts';
import { Person } from '../identity/person.entity.ts';
import { Message } from '../messages/message.entity.ts';

/** Whether somebody comes, as a person or for a household; the message carries the counts. */
export const GatheringAnswer = defineEntity({
  name: 'GatheringAnswer',
  properties: {
    message: () => p.manyToOne(Message).primary().deleteRule('cascade'),
    /** The person, or the household for which one answers. */
    answererId: p.uuid().primary(),
    person: () => p.manyToOne(Person).deleteRule('cascade'),
    coming: p.string().$type<Coming>(),
    people: p.integer(),
    answeredAt: p.datetime(),
    /** Whether the counts in the message know it. */
    isCounted: p.boolean(),
  },
  indexes: [{ name: 'gathering_answer_uncounted', properties: ['message'], where: 'not is_counted' }],
});
export type GatheringAnswer = InferEntity<typeof GatheringAnswer>;
