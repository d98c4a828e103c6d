import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ThreadStatus } from '../../shared/procedures.ts';
import { Person } from '../identity/person.entity.ts';
import { Procedure } from './procedure.entity.ts';

/** A question about a procedure. */
export const Thread = defineEntity({
  name: 'Thread',
  properties: {
    id: p.uuid().primary(),
    procedure: () => p.manyToOne(Procedure).index(),
    asker: () => p.manyToOne(Person).index(),
    clientId: p.uuid(),
    question: p.text(),
    isPrivate: p.boolean(),
    status: p.string().$type<ThreadStatus>().index(),
    takenBy: () => p.manyToOne(Person).nullable(),
    createdAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
    solvedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  uniques: [{ properties: ['asker', 'clientId'] }],
});
export type Thread = InferEntity<typeof Thread>;
