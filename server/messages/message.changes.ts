// The one road on which a message that stands is changed: edited, taken back, removed. Locked first, with its new version last.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Message } from './message.entity.ts';

/** The message as it is now, with its author; until the end of the caller's transaction nobody else changes it. */
export async function lockMessage(em: EntityManager, messageId: string): Promise<Message> {
  // No key update: replies and revisions, which only refer to it, need not wait.
  await em.execute('select 1 from message where id = ? for no key update', [messageId]);
  return em.findOneOrFail(Message, messageId, { populate: ['author', 'pinnedBy'], refresh: true });
}

/**
 * Writes all that the caller's transaction has changed, and gives the message its channel's next version. That the channel is
 * locked for it makes versions without holes: what is missing can be noticed. But whoever speaks in the channel waits meanwhile,
 * so this is the last act of a transaction.
 */
export async function takeVersion(em: EntityManager, { id, channel }: Message): Promise<Message> {
  await em.flush();
  const rows = await em.execute<{ version: string }[]>(
    `with moved as (update channel set version = version + 1 where id = ? returning version)
     update message m set version = moved.version from moved where m.id = ? returning m.version`,
    [channel.id, id],
  );
  // Merged as read, so that the commit does not write it once more.
  return em.merge(Message, { id, version: Number(rows[0]!.version) }, { refresh: true });
}
