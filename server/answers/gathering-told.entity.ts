import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Message } from '../messages/message.entity.ts';

/** What those who answered were told of a gathering already: so nobody is told twice, whichever process does it. */
export const GatheringTold = defineEntity({
  name: 'GatheringTold',
  properties: {
    message: () => p.manyToOne(Message).primary().deleteRule('cascade'),
    what: p.string().$type<'day' | 'hour' | 'gone'>().primary(),
    /** A gathering that was moved is told of anew. */
    startsAt: p.datetime().primary(),
  },
});
export type GatheringTold = InferEntity<typeof GatheringTold>;
