// What people say without words.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MessageReacted, ReactionCount, ReactionSet, Reactors } from '../../shared/messages.ts';
import type { Actor } from '../identity/actor.ts';
import { personRef } from '../identity/person.view.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { accessMessage, accessStandingMessage } from './message.access.ts';
import { lockMessage, takeVersion } from './message.changes.ts';
import type { Message } from './message.entity.ts';
import { messageView } from './message.view.ts';
import { Reaction } from './reaction.entity.ts';

/** Different emoji under one message; more would bury it. */
const MOST_EMOJI = 20;

@Injectable()
export class ReactionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  /** Reacts, or takes it back; what stands already is no change, and nobody is told of it. */
  async set(actor: Actor, messageId: string, { emoji, isOn }: ReactionSet): Promise<MessageReacted> {
    await accessStandingMessage(this.em, actor, messageId, 'message.react');
    return this.#change(actor.personId, messageId, { emoji, isOn });
  }

  /** Takes back all that a person reacted with. */
  async withdrawAll(personId: string): Promise<void> {
    const standing = await this.em.fork().find(Reaction, {
      person: personId,
      message: { deletedAt: null, removedAt: null },
    });
    for (const { message, emoji } of standing)
      await this.#change(personId, message.id, { emoji, isOn: false }).catch((error: unknown) => {
        // Gone meanwhile, and its reactions with it.
        if (!(error instanceof AppError && error.code === 'not_found')) throw error;
      });
    await this.em.execute(
      `delete from reaction r using message m where m.id = r.message_id and r.person_id = ?
         and (m.deleted_at is not null or m.removed_at is not null)`,
      [personId],
    );
  }

  async #change(personId: string, messageId: string, change: ReactionSet): Promise<MessageReacted> {
    const { message, emoji, isChanged } = await this.em.transactional(async (em) => {
      const message = await lockMessage(em, messageId);
      const isChanged = await setReaction(em, message, personId, change);
      const counts = await countReactions(em, message, personId);
      const emoji = counts.filter(({ isMine }) => isMine).map(({ emoji }) => emoji);
      if (!isChanged) return { message, emoji, isChanged };
      if (counts.length > MOST_EMOJI) throw new AppError('conflict');
      message.reactions = counts.map(({ emoji, count }) => ({ emoji, count }));
      return { message: await takeVersion(em, message), emoji, isChanged };
    });
    const reacted = { ...messageView(message), by: { personId, emoji } };
    if (isChanged) this.events.publish(room.channel(reacted.channelId), 'message.reacted', reacted);
    return reacted;
  }

  async list(actor: Actor, messageId: string): Promise<Reactors> {
    const { message } = await accessMessage(this.em, actor, messageId);
    if (message.deletedAt || message.removedAt) throw new AppError('not_found');
    const reactions = await this.em.find(
      Reaction,
      { message: messageId },
      { populate: ['person'], orderBy: { createdAt: 'asc' } },
    );
    return message.reactions.map(({ emoji }) => ({
      emoji,
      people: reactions.filter((one) => one.emoji === emoji).map(({ person }) => personRef(person)),
    }));
  }
}

/** Gives whether that changed anything. */
async function setReaction(
  em: EntityManager,
  { id, deletedAt, removedAt }: Message,
  personId: string,
  { emoji, isOn }: ReactionSet,
): Promise<boolean> {
  // Looked at again under the lock: it may have been taken back meanwhile.
  if (deletedAt || removedAt) throw new AppError('not_found');
  const rows = await em.execute<object[]>(
    isOn
      ? `insert into reaction (message_id, person_id, emoji, created_at) values (?, ?, ?, clock_timestamp())
         on conflict do nothing returning 1`
      : 'delete from reaction where message_id = ? and person_id = ? and emoji = ? returning 1',
    [id, personId, emoji],
  );
  return rows.length > 0;
}

/** The emoji that came first stands first, so that none jumps away under a finger; and whether this person is among those. */
const countReactions = (
  em: EntityManager,
  { id }: Message,
  personId: string,
): Promise<(ReactionCount & { isMine: boolean })[]> =>
  em.execute(
    `select emoji, count(*)::int as count, bool_or(person_id = ?) as "isMine" from reaction where message_id = ?
     group by emoji order by min(created_at), emoji`,
    [personId, id],
  );
