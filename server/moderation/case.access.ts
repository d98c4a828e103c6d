// What a moderator may touch among cases. A case asked for by id is obtained only here.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { caseActions, type CaseAction } from '../../shared/moderation.ts';
import type { Actor } from '../identity/actor.ts';
import { accessStanding, permissionsIn } from '../places/place.access.ts';
import type { Group } from '../places/group.entity.ts';
import { AppError } from '../platform/app-error.ts';
import { Case } from './case.entity.ts';

export interface CaseAccess {
  case: Case;
  group: Group;
}

/** The case, if the actor decides cases of its group; for everyone else, and for who is reported, it does not exist. */
export async function accessCase(em: EntityManager, actor: Actor, caseId: string): Promise<CaseAccess> {
  const standing = await accessStanding(em, actor);
  const found = await em.findOne(
    Case,
    { id: caseId, group: { commune: standing.communeId } },
    { populate: ['group'] },
  );
  const isAboutActor = found?.subjectType === 'person' && found.subjectId === actor.personId;
  if (!found || isAboutActor || !permissionsIn(standing, found.group).has('case.decide'))
    throw new AppError('not_found');
  return { case: found, group: found.group };
}

/** The case, locked until the end of the transaction, so that of two moderators at once the second sees what the first did. */
export async function lockCase(em: EntityManager, actor: Actor, caseId: string): Promise<CaseAccess> {
  const access = await accessCase(em, actor, caseId);
  const locked = await em.findOneOrFail(Case, caseId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  return { ...access, case: locked };
}

/** Refuses what may not be done with the case now; the same `caseActions` that the web has drawn its buttons from decides. */
export function requireAction(actor: Actor, found: Case, version: number, action: CaseAction): void {
  requireVersion(found, version);
  if (caseActions(actor.personId, found).includes(action)) return;
  if (found.status !== 'open') throw new AppError('already_decided');
  throw new AppError(found.author.id === actor.personId ? 'forbidden' : 'conflict');
}

/** `conflict` for someone who has not seen the case as it is now. */
export function requireVersion(found: Case, version: number): void {
  if (found.version !== version) throw new AppError('conflict');
}
