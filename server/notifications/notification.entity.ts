import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import type { NotificationKind } from '../../shared/notifications.ts';

/** Something that concerns one person alone, kept until read. */
export const Notification = defineEntity({
  name: 'Notification',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).deleteRule('cascade'),
    kind: p.string().$type<NotificationKind>(),
    data: p.json<Record<string, string>>(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['person', 'id'] }],
});
export type Notification = InferEntity<typeof Notification>;
