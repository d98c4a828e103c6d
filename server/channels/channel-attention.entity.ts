import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { AttentionLevel } from '../../shared/attention.ts';
import { Person } from '../identity/person.entity.ts';
import { Channel } from './channel.entity.ts';

/** How much of one channel may wake one person; without a row, all of it. */
export const ChannelAttention = defineEntity({
  name: 'ChannelAttention',
  properties: {
    person: () => p.manyToOne(Person).primary().deleteRule('cascade'),
    channel: () => p.manyToOne(Channel).primary(),
    level: p.string().$type<AttentionLevel>(),
    mutedUntil: p.datetime().nullable(),
  },
});
export type ChannelAttention = InferEntity<typeof ChannelAttention>;
