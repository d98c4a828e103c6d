import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { DecisionAction, RuleKey } from '../../shared/moderation.ts';
import { Person } from '../identity/person.entity.ts';
import { Case } from './case.entity.ts';

/** What a moderator decided, and why. Only ever added; the database refuses changes. */
export const Decision = defineEntity({
  name: 'Decision',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case).index(),
    moderator: () => p.manyToOne(Person),
    action: p.string().$type<DecisionAction>(),
    rule: p.string().$type<RuleKey>(),
    reason: p.text(),
    muteDays: p.integer(),
    createdAt: p.datetime(),
  },
});
export type Decision = InferEntity<typeof Decision>;
