import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { RuleKey } from '../../shared/moderation.ts';
import { Person } from '../identity/person.entity.ts';
import { Case } from './case.entity.ts';

/** One person's report. The same person's second report of a case replaces nothing and adds nothing while it is open. */
export const Flag = defineEntity({
  name: 'Flag',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case).index(),
    reporter: () => p.manyToOne(Person),
    rule: p.string().$type<RuleKey>(),
    reason: p.text(),
    createdAt: p.datetime(),
  },
});
export type Flag = InferEntity<typeof Flag>;
