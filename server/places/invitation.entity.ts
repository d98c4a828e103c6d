import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import { Group } from './group.entity.ts';

/** A QR code on a door: who scans it may ask to be admitted, or is admitted at once. */
export const Invitation = defineEntity({
  name: 'Invitation',
  properties: {
    id: p.uuid().primary(),
    group: () => p.manyToOne(Group).index(),
    code: p.string().unique(),
    createdBy: () => p.manyToOne(Person),
    isPreApproved: p.boolean(),
    usedCount: p.integer(),
    expiresAt: p.datetime(),
    createdAt: p.datetime(),
  },
});
export type Invitation = InferEntity<typeof Invitation>;
