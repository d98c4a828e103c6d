// Reading the audit log. It stands here and not in server/audit because who may read it is a matter of places.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '../../shared/api.ts';
import { AuditEntry } from '../audit/audit-entry.entity.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { Group } from '../places/group.entity.ts';
import { accessCommune } from '../places/place.access.ts';

const PAGE = 100;

@Injectable()
export class AuditService {
  constructor(private readonly em: EntityManager) {}

  async list(actor: Actor, { before }: Input<'audit.list'>['query']): Promise<Answer<'audit.list'>> {
    const { standing } = await accessCommune(this.em, actor, 'audit.read');
    const entries = await this.em.find(
      AuditEntry,
      { communeId: standing.communeId, ...(before && { id: { $lt: before } }) },
      { orderBy: { id: 'desc' }, limit: PAGE },
    );
    const people = await this.em.find(Person, {
      id: entries.flatMap((entry) => [entry.actorId ?? [], concerned(entry) ?? []].flat()),
    });
    const groups = await this.em.find(Group, { id: entries.flatMap(({ groupId }) => groupId ?? []) });
    const nameOf = new Map([...people, ...groups].map(({ id, name }) => [id, name]));
    const named = (id: string | null | undefined) => {
      const name = id && nameOf.get(id);
      return name ? { id, name } : null;
    };
    const personRef = (id: string | null | undefined) => {
      const person = named(id);
      return person && { ...person, seat: null };
    };
    return entries.map((entry) => ({
      id: entry.id,
      actor: personRef(entry.actorId),
      act: entry.act,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      person: personRef(concerned(entry)),
      group: named(entry.groupId),
      data: entry.data,
      createdAt: entry.createdAt.toISOString(),
    }));
  }
}

/** Whom an act was done to: who was admitted, given an office, or lost a picture. Null where it was their own act. */
function concerned({ actorId, subjectType, subjectId, data }: AuditEntry): string | null {
  const personId = subjectType === 'person' ? subjectId : data.personId;
  return typeof personId === 'string' && personId !== actorId ? personId : null;
}
