// The one road on which a message that stands is changed: edited, taken back, removed.
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { Channel } from '../channels/channel.entity.ts';
import { Message } from './message.entity.ts';

/**
 * Changes a message inside the caller's transaction: locks its channel, gives the message the channel's next version, and
 * populates its author for the view. The lock makes versions without holes: what is missing can be noticed.
 */
export async function changeMessage(
  em: EntityManager,
  messageId: string,
  change: (message: Message) => void,
): Promise<Message> {
  const {
    channel: { id },
  } = await em.findOneOrFail(Message, messageId);
  const channel = await em.findOneOrFail(Channel, id, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  const message = await em.findOneOrFail(Message, messageId, { populate: ['author'], refresh: true });
  change(message);
  channel.version += 1;
  message.version = channel.version;
  await em.flush();
  return message;
}
