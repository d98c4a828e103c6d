import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** One act of someone with power over others. Rows are only ever added; the database refuses to change or delete them. */
export const AuditEntry = defineEntity({
  name: 'AuditEntry',
  properties: {
    id: p.uuid().primary(),
    communeId: p.uuid(),
    actorId: p.uuid().nullable(),
    groupId: p.uuid().nullable(),
    act: p.string(),
    subjectType: p.string(),
    subjectId: p.string(),
    /** Keys and reasons, never the text of a message. */
    data: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['communeId', 'id'] }],
});
export type AuditEntry = InferEntity<typeof AuditEntry>;
