// What a channel keeps before everyone's eyes.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { MessageView } from '../../shared/messages.ts';
import { Roster } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { POOL } from '../platform/tokens.ts';
import { accessStandingMessage } from './message.access.ts';
import { lockMessage, takeVersion } from './message.changes.ts';
import { readPins } from './message.queries.ts';
import { messageView } from './message.view.ts';

/** More than this nobody reads. */
const MOST_PINS = 50;

@Injectable()
export class PinsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly roster: Roster,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  async list(actor: Actor, channelId: string): Promise<MessageView[]> {
    await this.roster.access(actor, channelId);
    return readPins(this.pool, channelId);
  }

  /** Pins a message, or takes it down; what stands already is no change, and nobody is told of it. */
  async set(actor: Actor, messageId: string, isPinned: boolean): Promise<MessageView> {
    const { message: chosen } = await accessStandingMessage(this.em, actor, messageId, 'message.pin');
    if (isPinned && (await readPins(this.pool, chosen.channel.id)).length >= MOST_PINS)
      throw new AppError('conflict');
    const { message, isChanged } = await this.em.transactional(async (em) => {
      const message = await lockMessage(em, messageId);
      if (message.deletedAt || message.removedAt) throw new AppError('not_found');
      if ((message.pinnedAt !== null) === isPinned) return { message, isChanged: false };
      message.pinnedAt = isPinned ? new Date() : null;
      message.pinnedBy = isPinned ? await em.findOneOrFail(Person, actor.personId) : null;
      return { message: await takeVersion(em, message), isChanged: true };
    });
    const view = messageView(message);
    if (isChanged) this.events.publish(room.channel(view.channelId), 'message.pinned', view);
    return view;
  }
}
