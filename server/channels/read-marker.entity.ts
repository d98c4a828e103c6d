import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import { Channel } from './channel.entity.ts';

/** How far one person has read one channel, on all devices together. */
export const ReadMarker = defineEntity({
  name: 'ReadMarker',
  properties: {
    person: () => p.manyToOne(Person).primary().deleteRule('cascade'),
    channel: () => p.manyToOne(Channel).primary(),
    seq: p.bigint('number'),
  },
});
export type ReadMarker = InferEntity<typeof ReadMarker>;
