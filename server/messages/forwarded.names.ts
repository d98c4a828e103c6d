// Who said first what was passed on: named where it stands, and nameless once they have deleted their account.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { FORMER_NAME } from '../../shared/former.ts';
import { Events, room } from '../platform/events.ts';
import { lockMessage, takeVersion } from './message.changes.ts';
import { messageView } from './message.view.ts';

@Injectable()
export class ForwardedNames {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  /** Takes the name of somebody who is gone from all that was passed on of them. */
  async forget(personId: string): Promise<void> {
    const standing = await this.em.fork().execute<{ id: string }[]>(
      `select id from message where carried #>> '{forwarded,author,id}' = ?
         and carried #>> '{forwarded,author,name}' <> ? and deleted_at is null and removed_at is null`,
      [personId, FORMER_NAME],
    );
    for (const { id } of standing) await this.#forget(id);
  }

  async #forget(messageId: string): Promise<void> {
    const changed = await this.em.fork().transactional(async (em) => {
      const message = await lockMessage(em, messageId);
      const { carried } = message;
      if (!carried?.forwarded || message.deletedAt || message.removedAt) return null;
      const { author } = carried.forwarded;
      message.carried = {
        ...carried,
        forwarded: { ...carried.forwarded, author: { id: author.id, name: FORMER_NAME, seat: null } },
      };
      return takeVersion(em, message);
    });
    if (changed)
      this.events.publish(room.channel(changed.channel.id), 'message.changed', messageView(changed));
  }
}
