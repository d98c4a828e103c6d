// What someone may touch among questions. A thread asked for by id is obtained only here.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../identity/actor.ts';
import { accessCommune, type GroupAccess } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Procedure } from './procedure.entity.ts';
import { Thread } from './thread.entity.ts';

/** A thread with what its reader may do in commune matters; `group` is the commune's own. */
export interface ThreadAccess extends GroupAccess {
  thread: Thread;
  isAsker: boolean;
  /** Whether the actor may answer for the commune. */
  isTeam: boolean;
}

/** The thread, if the actor may see it; a private or a removed one is seen by its asker and the team, and `not_found` for others. */
export async function accessThread(em: EntityManager, actor: Actor, threadId: string): Promise<ThreadAccess> {
  const access = await accessCommune(em, actor, 'channel.read');
  const thread = await em.findOne(
    Thread,
    { id: threadId, procedure: { commune: access.standing.communeId } },
    { populate: ['procedure', 'asker', 'takenBy'] },
  );
  if (!thread) throw new AppError('not_found');
  const isAsker = thread.asker.id === actor.personId;
  const isTeam = access.permissions.has('thread.answer');
  if ((thread.isPrivate || thread.removedAt) && !isAsker && !isTeam) throw new AppError('not_found');
  return { ...access, thread, isAsker, isTeam };
}

/** The procedure that somebody asks about, with the commune's own group. */
export async function accessProcedure(
  em: EntityManager,
  actor: Actor,
  procedureId: string,
): Promise<GroupAccess & { procedure: Procedure }> {
  const access = await accessCommune(em, actor, 'thread.ask');
  const procedure = await em.findOne(Procedure, { id: procedureId, commune: access.standing.communeId });
  if (!procedure) throw new AppError('not_found');
  return { ...access, procedure };
}
