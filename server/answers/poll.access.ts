import type { EntityManager } from '@mikro-orm/postgresql';
import type { Poll } from '../../shared/polls.ts';
import type { Actor } from '../identity/actor.ts';
import { accessStandingMessage, type MessageAccess } from '../messages/message.access.ts';
import { AppError } from '../platform/app-error.ts';

interface PollAccess extends MessageAccess {
  poll: Poll;
}

/**
 * The poll, if the actor may read its channel: all who may may vote. A mute takes the word from someone, not their vote in what
 * concerns them too.
 */
export async function accessPoll(em: EntityManager, actor: Actor, messageId: string): Promise<PollAccess> {
  const access = await accessStandingMessage(em, actor, messageId, 'channel.read');
  const poll = access.message.carried?.poll;
  if (!poll) throw new AppError('not_found');
  return { ...access, poll };
}
