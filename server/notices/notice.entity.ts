import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Urgency } from '../../shared/notices.ts';
import { Person } from '../identity/person.entity.ts';
import { Commune } from '../places/commune.entity.ts';
import { Group } from '../places/group.entity.ts';

/** An official notice to chosen groups. */
export const Notice = defineEntity({
  name: 'Notice',
  properties: {
    id: p.uuid().primary(),
    commune: () => p.manyToOne(Commune),
    author: () => p.manyToOne(Person),
    seat: p.string().nullable(),
    title: p.string(),
    body: p.text(),
    urgency: p.string().$type<Urgency>(),
    isPublic: p.boolean(),
    groups: () => p.manyToMany(Group).pivotTable('notice_group'),
    publishedAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['commune', 'publishedAt'] }],
});
export type Notice = InferEntity<typeof Notice>;
