// What somebody is called and looks like, changing: one after the other, and to be asked for by who was away.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonChanged } from '../../shared/people.ts';
import { Person } from '../identity/person.entity.ts';
import { photoOf } from '../identity/person.view.ts';

/** More than so many are not told one by one: a page that is opened anew has them anyway. */
const MOST = 1_000;
/** Clocks differ, and what was changed before may be committed after. To be told twice does no harm. */
const OVERLAP_MS = 60_000;

/** The person, locked: who changes their name and their picture at once shall not tell of the older one last. */
export function lockPerson(em: EntityManager, personId: string): Promise<Person> {
  return em.findOneOrFail(Person, personId, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

export function personChanged({ id, name, photo }: Pick<Person, 'id' | 'name' | 'photo'>): PersonChanged {
  return { personId: id, name, ...photoOf(photo) };
}

/** Those of a commune who changed since, the last ones first; also who deleted their account, of whom nothing but the log is left. */
export async function readChanged(
  em: EntityManager,
  communeId: string,
  since: Date,
): Promise<PersonChanged[]> {
  const from = new Date(since.getTime() - OVERLAP_MS);
  const rows = await em.execute<Pick<Person, 'id' | 'name' | 'photo'>[]>(
    `with removed as materialized (
       select subject_id::uuid as id from audit_entry where commune_id = ? and id > ? and act = 'account.removed'
     )
     select p.id, p.name, p.photo from person p
     where p.changed_at > ? and (
       p.id in (select id from removed) or exists (
         select from membership m join community_group g on g.id = m.group_id
         where m.person_id = p.id and g.commune_id = ?))
     order by p.changed_at desc limit ${MOST}`,
    [communeId, firstIdOf(from), from, communeId],
  );
  return rows.map(personChanged);
}

/** No id that was made since then is smaller: they begin with their time. */
function firstIdOf(time: Date): string {
  const digits = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}
