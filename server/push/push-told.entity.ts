import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Channel } from '../channels/channel.entity.ts';
import { Person } from '../identity/person.entity.ts';

/** Up to where a person was last told of a channel, and when: so that many messages become one letter, in all processes together. */
export const PushTold = defineEntity({
  name: 'PushTold',
  properties: {
    person: () => p.manyToOne(Person).primary().deleteRule('cascade'),
    channel: () => p.manyToOne(Channel).primary(),
    seq: p.bigint('number'),
    toldAt: p.datetime(),
  },
});
export type PushTold = InferEntity<typeof PushTold>;
