// Acts on messages. Sending goes to the writer; everything else is a plain change of an entity.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type pg from 'pg';
import type { EventName } from '../../shared/events.ts';
import type {
  MessageCreate,
  MessageEdit,
  MessagePage,
  MessageQuery,
  MessageView,
  SyncResult,
} from '../../shared/messages.ts';
import type { z } from 'zod';
import { Roster } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { POOL } from '../platform/tokens.ts';
import { accessMessage, accessOwnMessage } from './message.access.ts';
import { lockMessage, takeVersion } from './message.changes.ts';
import { Message } from './message.entity.ts';
import { MessageRevision } from './message-revision.entity.ts';
import { findPlace, readChanges, readPage, readVersions, type SyncPlace } from './message.queries.ts';
import { messageView } from './message.view.ts';
import { MessageWriter, type Draft } from './message.writer.ts';

type MessageDraft = z.output<typeof MessageCreate>;

/** Bounds the statement that answers many at once. */
const SYNCS_AT_ONCE = 200;

@Injectable()
export class MessagesService {
  readonly #changes: DataLoader<SyncPlace, SyncResult>;

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly limits: RateLimits,
    private readonly writer: MessageWriter,
    private readonly roster: Roster,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {
    // Neighbours come back at once and ask the same. Nothing is remembered: each asks after it has joined its rooms.
    this.#changes = new DataLoader<SyncPlace, SyncResult>((places) => readChanges(pool, places), {
      cache: false,
      maxBatchSize: SYNCS_AT_ONCE,
      batchScheduleFn: setImmediate,
    });
  }

  /** Says something. */
  async create(actor: Actor, channelId: string, given: MessageDraft): Promise<MessageView> {
    return this.writer.write(await this.prepare(actor, channelId, given));
  }

  /** Checks whether something may be said, up to handing it to the writer: a socket does that in the order of its signals. */
  async prepare(actor: Actor, channelId: string, given: MessageDraft): Promise<Draft> {
    const { person, plan, channel } = await this.roster.access(actor, channelId, 'message.send');
    if (channel.kind !== 'chat') throw new AppError('forbidden');
    await this.limits.take('message', actor.personId);
    return {
      channelId,
      clientId: given.clientId,
      author: {
        id: person.id,
        name: person.name,
        seat: [channel.groupId, plan.communeGroupId].reduce<string | null>(
          (seat, groupId) => seat ?? person.memberships.get(groupId)?.seat ?? null,
          null,
        ),
      },
      text: given.text,
      replyTo: given.replyTo ? await this.#replyPlace(channelId, given.replyTo) : null,
    };
  }

  async list(actor: Actor, channelId: string, query: MessageQuery): Promise<MessagePage> {
    await this.roster.access(actor, channelId);
    return readPage(this.pool, channelId, query);
  }

  async sync(actor: Actor, channelId: string, after: number): Promise<SyncResult> {
    await this.roster.access(actor, channelId);
    return this.#changes.load({ channelId, after });
  }

  /** How far channels have come: for who tells rooms, not persons. */
  versions(channelIds: string[]): Promise<{ id: string; version: number }[]> {
    return readVersions(this.pool, channelIds);
  }

  async get(actor: Actor, messageId: string): Promise<MessageView> {
    return messageView((await accessMessage(this.em, actor, messageId)).message);
  }

  /** Changes the words of one's own message and keeps the former ones as evidence. */
  async edit(actor: Actor, messageId: string, { text }: MessageEdit): Promise<MessageView> {
    return this.#changeOwn(actor, messageId, 'message.edited', (message, em) => {
      if (message.text === text) return;
      em.persist(
        em.create(MessageRevision, { id: newId(), message, text: message.text, replacedAt: new Date() }),
      );
      message.text = text;
      message.editedAt = new Date();
    });
  }

  /** Takes one's own message back: everywhere a tombstone stays. */
  async delete(actor: Actor, messageId: string): Promise<MessageView> {
    return this.#changeOwn(actor, messageId, 'message.deleted', (message) => {
      message.deletedAt = new Date();
    });
  }

  async #changeOwn(
    actor: Actor,
    messageId: string,
    name: Extract<EventName, 'message.edited' | 'message.deleted'>,
    change: (message: Message, em: EntityManager) => void,
  ): Promise<MessageView> {
    const { channel } = await accessOwnMessage(this.em, actor, messageId);
    const message = await this.em.transactional(async (em) => {
      const locked = await lockMessage(em, messageId);
      // Looked at again under the lock: a moderator may have been faster.
      if (locked.deletedAt || locked.removedAt) throw new AppError('not_found');
      change(locked, em);
      return takeVersion(em, locked);
    });
    const view = messageView(message);
    this.events.publish(room.channel(channel.id), name, view);
    return view;
  }

  async #replyPlace(channelId: string, messageId: string): Promise<{ id: string; seq: number }> {
    const seq = await findPlace(this.pool, channelId, messageId);
    if (seq === null) throw new AppError('not_found');
    return { id: messageId, seq };
  }
}
