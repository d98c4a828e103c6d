import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import { Notice } from './notice.entity.ts';

/** That a notice was seen, and perhaps acknowledged, by one person. Never taken back. */
export const Receipt = defineEntity({
  name: 'Receipt',
  properties: {
    notice: () => p.manyToOne(Notice).primary(),
    person: () => p.manyToOne(Person).primary().deleteRule('cascade'),
    seenAt: p.datetime(),
    acknowledgedAt: p.datetime().nullable(),
  },
});
export type Receipt = InferEntity<typeof Receipt>;
