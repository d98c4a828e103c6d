import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The tenant: a ward or a commune. */
export const Commune = defineEntity({
  name: 'Commune',
  properties: {
    id: p.uuid().primary(),
    slug: p.string().unique(),
    name: p.string(),
    province: p.string(),
    description: p.text(),
    isDemo: p.boolean(),
    /** A link to the national portal with `{code}` in it. */
    portalTemplate: p.string().nullable(),
    createdAt: p.datetime(),
  },
});
export type Commune = InferEntity<typeof Commune>;
