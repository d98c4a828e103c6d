import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from './person.entity.ts';

/** One person does not want to see another's everyday words. Nobody else learns of it. */
export const Block = defineEntity({
  name: 'Block',
  properties: {
    blocker: () => p.manyToOne(Person).primary().deleteRule('cascade'),
    blocked: () => p.manyToOne(Person).primary().deleteRule('cascade'),
    createdAt: p.datetime(),
  },
});
export type Block = InferEntity<typeof Block>;
