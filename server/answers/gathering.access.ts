import type { EntityManager } from '@mikro-orm/postgresql';
import type { Gathering } from '../../shared/gatherings.ts';
import type { Actor } from '../identity/actor.ts';
import { accessStandingMessage, type MessageAccess } from '../messages/message.access.ts';
import { AppError } from '../platform/app-error.ts';
import { answererOf, type Answerer } from './answerer.ts';

export interface GatheringAccess extends MessageAccess {
  gathering: Gathering;
  answerer: Answerer;
}

/** The gathering, if the actor may read its channel; where households are asked, one who is in none answers for themselves. */
export async function accessGathering(
  em: EntityManager,
  actor: Actor,
  messageId: string,
): Promise<GatheringAccess> {
  const access = await accessStandingMessage(em, actor, messageId, 'channel.read');
  const gathering = access.message.carried?.gathering;
  if (!gathering) throw new AppError('not_found');
  const answerer =
    answererOf(access, actor.personId, gathering.by) ?? answererOf(access, actor.personId, 'person')!;
  return { ...access, gathering, answerer };
}
