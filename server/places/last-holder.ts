// Who may not go before somebody else holds their office: a commune has an administrator, and a group does not lose its head unnoticed.
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '../../shared/permissions.ts';
import { AppError } from '../platform/app-error.ts';
import type { Group } from './group.entity.ts';
import { Membership } from './membership.entity.ts';

/** Whether nobody but this membership holds the role in the group; two who leave at once wait for each other. */
export async function isLastHolder(
  em: EntityManager,
  group: Group,
  role: Role,
  leaving: Membership,
): Promise<boolean> {
  const holders = await em.find(
    Membership,
    { group, role, status: 'active' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );
  return holders.length === 1 && holders[0]!.id === leaving.id;
}

/** Refuses where the commune would be left without an administrator, or the group without a head. Its group is populated. */
export async function refuseLastHolder(em: EntityManager, leaving: Membership): Promise<void> {
  const { group, role } = leaving;
  if (role === 'admin' && group.kind === 'commune' && (await isLastHolder(em, group, role, leaving)))
    throw new AppError('last_admin');
  if (role === 'head' && (await isLastHolder(em, group, role, leaving))) throw new AppError('last_head');
}
