import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Group } from './group.entity.ts';

/** A door of a residential group. One without a smartphone still counts: it gets the printed sheet. */
export const Household = defineEntity({
  name: 'Household',
  properties: {
    id: p.uuid().primary(),
    group: () => p.manyToOne(Group),
    address: p.string(),
    hasSmartphone: p.boolean(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['group', 'address'] }],
});
export type Household = InferEntity<typeof Household>;
