// Which names a commune takes: see shared/names.ts. Held against the offices that are given there.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isHonest } from '../../shared/names.ts';
import { AppError } from '../platform/app-error.ts';
import { Membership } from './membership.entity.ts';

/** `name_refused` for a name that poses as an office of this commune or as somebody else who holds one, or is not written plainly. */
export async function refuseDishonest(
  em: EntityManager,
  communeId: string,
  name: string,
  ownerId: string | null,
): Promise<void> {
  const held = await em.find(
    Membership,
    { group: { commune: communeId }, status: 'active', seat: { $ne: null } },
    { populate: ['person'] },
  );
  const others = held.filter(({ person }) => person.id !== ownerId);
  const seats = held.map(({ seat }) => seat!);
  if (
    !isHonest(
      name,
      seats,
      others.map(({ person }) => person.name),
    )
  )
    throw new AppError('name_refused');
}
