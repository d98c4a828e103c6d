import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ProcedureBody } from '../../shared/procedures.ts';
import { Commune } from '../places/commune.entity.ts';

/** A catalogue entry. What it says is in `body`; the rest is for finding it. */
export const Procedure = defineEntity({
  name: 'Procedure',
  properties: {
    id: p.uuid().primary(),
    commune: () => p.manyToOne(Commune),
    code: p.string(),
    name: p.string(),
    body: p.json<ProcedureBody>(),
    /** Code, name, field and keywords, folded: see shared/vietnamese.ts. */
    folded: p.text(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['commune', 'code'] }],
});
export type Procedure = InferEntity<typeof Procedure>;
