import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { GroupKind } from '../../shared/places.ts';
import { Commune } from './commune.entity.ts';

/** A residential group, sector, association or internal circle; or, once in each commune, the commune's own group of everyone. */
export const Group = defineEntity({
  name: 'Group',
  tableName: 'community_group',
  properties: {
    id: p.uuid().primary(),
    commune: () => p.manyToOne(Commune),
    kind: p.string().$type<GroupKind>(),
    number: p.integer().nullable(),
    name: p.string(),
    description: p.text(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['commune', 'name'] }],
});
export type Group = InferEntity<typeof Group>;
