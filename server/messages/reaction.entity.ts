import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import { Message } from './message.entity.ts';

/** One person's reaction to a message; the message carries the counts. */
export const Reaction = defineEntity({
  name: 'Reaction',
  properties: {
    message: () => p.manyToOne(Message).primary().deleteRule('cascade'),
    person: () => p.manyToOne(Person).primary().deleteRule('cascade'),
    emoji: p.string().primary(),
    createdAt: p.datetime(),
  },
});
export type Reaction = InferEntity<typeof Reaction>;
