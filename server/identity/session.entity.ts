import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from './person.entity.ts';

/** A signed-in device. Its token is only in the device's cookie; here stands the hash. Ending it is deleting it. */
export const Session = defineEntity({
  name: 'Session',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).index().deleteRule('cascade'),
    tokenHash: p.string().unique(),
    device: p.string(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    /** Until when this device may fetch the archive of its person. */
    exportUntil: p.datetime().nullable(),
  },
});
export type Session = InferEntity<typeof Session>;
