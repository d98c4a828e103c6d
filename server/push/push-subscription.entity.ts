import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import { Session } from '../identity/session.entity.ts';

/** Where a signed-in device is told while no window is open. It ends with its session. */
export const PushSubscription = defineEntity({
  name: 'PushSubscription',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).index().deleteRule('cascade'),
    session: () => p.manyToOne(Session).unique().deleteRule('cascade'),
    endpoint: p.text().unique(),
    p256dh: p.string(),
    auth: p.string(),
    locale: p.string().$type<'vi' | 'en'>(),
    hidesWords: p.boolean(),
    createdAt: p.datetime(),
  },
});
export type PushSubscription = InferEntity<typeof PushSubscription>;
