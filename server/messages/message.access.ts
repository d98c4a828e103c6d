// What someone may touch among messages. A message asked for by id is obtained only here.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Permission } from '../../shared/permissions.ts';
import { accessChannel, type ChannelAccess } from '../channels/channel.access.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Message } from './message.entity.ts';

export interface MessageAccess extends ChannelAccess {
  message: Message;
}

/** The message with its author, if the actor may read its channel and has this permission there. */
export async function accessMessage(
  em: EntityManager,
  actor: Actor,
  messageId: string,
  permission: Permission = 'channel.read',
): Promise<MessageAccess> {
  const message = await em.findOne(Message, messageId, { populate: ['author', 'pinnedBy'] });
  if (!message) throw new AppError('not_found');
  return { ...(await accessChannel(em, actor, message.channel.id, permission)), message };
}

/** As `accessMessage`, but only a message that was neither taken back nor removed. */
export async function accessStandingMessage(
  em: EntityManager,
  actor: Actor,
  messageId: string,
  permission: Permission,
): Promise<MessageAccess> {
  const access = await accessMessage(em, actor, messageId, permission);
  const { deletedAt, removedAt } = access.message;
  if (deletedAt || removedAt) throw new AppError('not_found');
  return access;
}

/** The actor's own message, still standing, which alone may be edited or taken back. */
export async function accessOwnMessage(
  em: EntityManager,
  actor: Actor,
  messageId: string,
): Promise<MessageAccess> {
  const access = await accessStandingMessage(em, actor, messageId, 'message.send');
  if (access.message.author.id !== actor.personId) throw new AppError('forbidden');
  return access;
}
