// What waits for what. Locks are taken in this order: a name, then memberships, then the invitation.
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { Membership } from './membership.entity.ts';

/**
 * Waits until no other transaction holds this name, and holds it to the end of this one: for what has no row to lock yet. A row
 * of its group would also hold up everybody who refers to the group.
 */
export async function lockName(em: EntityManager, name: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

/**
 * All memberships of a person, fresh, and locked until the end of the transaction: a person's places in a group and in the
 * commune change together, and two who decide about one person wait for each other. Always in the same order.
 */
export function lockMemberships(em: EntityManager, personId: string): Promise<Membership[]> {
  return em.find(
    Membership,
    { person: personId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } },
  );
}
