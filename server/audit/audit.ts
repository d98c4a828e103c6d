import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../platform/id.ts';
import { AuditEntry } from './audit-entry.entity.ts';

interface Act {
  communeId: string;
  actorId: string | null;
  groupId: string | null;
  /** `noun.past`, as the events are named. */
  act: string;
  subjectType: string;
  subjectId: string;
  data?: Record<string, unknown>;
}

/** Adds an entry to the audit log in the transaction of the act itself: neither is there without the other. */
export function record(em: EntityManager, { data = {}, ...act }: Act): void {
  em.persist(em.create(AuditEntry, { id: newId(), ...act, data, createdAt: new Date() }));
}
