import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import { Channel } from './channel.entity.ts';

/** Who follows a topic, or has left it: who left is not brought back by being named in it. */
export const TopicFollow = defineEntity({
  name: 'TopicFollow',
  properties: {
    person: () => p.manyToOne(Person).primary().deleteRule('cascade'),
    topic: () => p.manyToOne(Channel).primary().deleteRule('cascade').index(),
    isOn: p.boolean(),
  },
});
export type TopicFollow = InferEntity<typeof TopicFollow>;
