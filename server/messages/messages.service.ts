// Acts on messages. Sending goes to the writer; everything else is a plain change of an entity.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type pg from 'pg';
import { hasFixedWords } from '../../shared/carrying.ts';
import type { EventName } from '../../shared/events.ts';
import type {
  MessageCreate,
  MessageEdit,
  MessagePage,
  MessageQuery,
  MessageView,
  Revision,
  SyncResult,
} from '../../shared/messages.ts';
import type { Carried } from '../../shared/carried.ts';
import { carriedWithText, mentionedBy } from '../../shared/mentioned.ts';
import { isWithin, quietUntil } from '../../shared/pace.ts';
import type { z } from 'zod';
import type { PlannedChannel } from '../channels/roster.queries.ts';
import { Roster, type RosterAccess } from '../channels/roster.ts';
import { TopicsService } from '../channels/topics.service.ts';
import type { Actor } from '../identity/actor.ts';
import { personRef } from '../identity/person.view.ts';
import { AppError } from '../platform/app-error.ts';
import { inThreeTurns } from '../platform/coalescing.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { POOL } from '../platform/tokens.ts';
import { Carrying, type Carriage } from './carrying.ts';
import { accessMessage, accessOwnMessage, accessStandingMessage } from './message.access.ts';
import { lockMessage, takeVersion } from './message.changes.ts';
import { Message } from './message.entity.ts';
import { MessageRevision } from './message-revision.entity.ts';
import {
  findPlace,
  readChanges,
  readKnown,
  readMine,
  placeOf,
  readPages,
  readVersions,
  type Changes,
  type Page,
  type PagePlace,
  type SyncPlace,
} from './message.queries.ts';
import { messageView } from './message.view.ts';
import { MessageWriter, type Draft } from './message.writer.ts';
import { TopicCounts } from './topic.counts.ts';

type MessageDraft = z.output<typeof MessageCreate>;

/** Bound the statements that answer many at once. */
const SYNCS_AT_ONCE = 200;
const PAGES_AT_ONCE = 20;

@Injectable()
export class MessagesService {
  readonly #changes: DataLoader<SyncPlace, Changes>;
  readonly #pages: DataLoader<PagePlace, Page>;

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly limits: RateLimits,
    private readonly writer: MessageWriter,
    private readonly roster: Roster,
    private readonly carrying: Carrying,
    private readonly topics: TopicsService,
    private readonly counts: TopicCounts,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {
    // Neighbours come back at once and ask the same. Nothing is remembered: each asks after it has joined its rooms.
    const together = { cache: false, batchScheduleFn: inThreeTurns };
    this.#changes = new DataLoader<SyncPlace, Changes>((places) => readChanges(pool, places), {
      ...together,
      maxBatchSize: SYNCS_AT_ONCE,
    });
    this.#pages = new DataLoader<PagePlace, Page>((places) => readPages(pool, places), {
      ...together,
      maxBatchSize: PAGES_AT_ONCE,
    });
  }

  /** Says something. */
  async create(actor: Actor, channelId: string, given: MessageDraft): Promise<MessageView> {
    return this.writer.write(await this.prepare(actor, channelId, given));
  }

  /** Checks whether something may be said, up to handing it to the writer: a socket does that in the order of its signals. */
  async prepare(actor: Actor, channelId: string, given: MessageDraft): Promise<Draft> {
    const access = await this.roster.access(actor, channelId, 'message.send');
    const { person, plan, channel } = access;
    if (channel.kind !== 'chat') throw new AppError('forbidden');
    if (!access.permissions.has('message.pin')) await this.#keepPace(actor, channel, given.clientId);
    await this.limits.take('message', actor.personId);
    const said = await this.#carry(access, given);
    return {
      channelId,
      clientId: given.clientId,
      author: personRef(
        person,
        [channel.groupId, plan.communeGroupId].reduce<string | null>(
          (seat, groupId) => seat ?? person.memberships.get(groupId)?.seat ?? null,
          null,
        ),
      ),
      replyTo: given.replyTo ? await this.#replyPlace(channelId, given.replyTo) : null,
      ...said,
      ...(channel.parentId && { onStored: await this.#joinTopic(actor, channelId, said.carried) }),
    };
  }

  async #joinTopic({ personId }: Actor, topicId: string, carried: Carried | null): Promise<() => void> {
    const tellFollowers = await this.topics.join(topicId, personId, mentionedBy(carried).personIds);
    return () => {
      tellFollowers();
      this.counts.count(topicId);
    };
  }

  /** What goes with the words; a repeat of what stands already is not looked at again. */
  async #carry(access: RosterAccess, given: MessageDraft): Promise<Carriage> {
    try {
      const carriage = given.carries
        ? await this.carrying.carry(access, given)
        : { text: given.text, carried: null };
      if (!carriage.text && !carriage.carried) throw new AppError('bad_request');
      return carriage;
    } catch (refusal) {
      if (!(await this.#isRepeat(access.person.id, given.clientId))) throw refusal;
      return { text: given.text, carried: null };
    }
  }

  async #isRepeat(personId: string, clientId: string): Promise<boolean> {
    return (await readKnown(this.pool, [personId], [clientId])).size > 0;
  }

  /** Refuses while the channel rests, or where one speaks again too soon; a repeat of what stands already is not held up. */
  async #keepPace(actor: Actor, { id, settings }: PlannedChannel, clientId: string): Promise<void> {
    const until = quietUntil(settings, new Date());
    if (!until && settings.slowSeconds === 0) return;
    try {
      if (until) throw new AppError('quiet_hours', { until: until.toISOString() });
      await this.limits.takeTurn(`${id}:${actor.personId}`, settings.slowSeconds);
    } catch (refusal) {
      if (!(await this.#isRepeat(actor.personId, clientId))) throw refusal;
    }
  }

  async list(actor: Actor, channelId: string, query: MessageQuery): Promise<MessagePage> {
    await this.roster.access(actor, channelId);
    const page = await this.#pages.load(placeOf(channelId, query));
    return { ...page, mine: await readMine(this.pool, actor.personId, page.messages) };
  }

  async sync(actor: Actor, channelId: string, after: number): Promise<SyncResult> {
    await this.roster.access(actor, channelId);
    const changes = await this.#changes.load({ channelId, after });
    if (changes.kind === 'reset') return changes;
    return { ...changes, mine: await readMine(this.pool, actor.personId, changes.messages) };
  }

  /** How far channels have come: for who tells rooms, not persons. */
  versions(channelIds: string[]): Promise<{ id: string; version: number }[]> {
    return readVersions(this.pool, channelIds);
  }

  async get(actor: Actor, messageId: string): Promise<MessageView> {
    return messageView((await accessMessage(this.em, actor, messageId)).message);
  }

  /** What a message said before, the newest first; what is gone has no past either. */
  async listRevisions(actor: Actor, messageId: string): Promise<Revision[]> {
    await accessStandingMessage(this.em, actor, messageId, 'channel.read');
    const revisions = await this.em.find(
      MessageRevision,
      { message: messageId },
      { orderBy: { replacedAt: 'desc', id: 'desc' } },
    );
    return revisions.map(({ text, replacedAt }) => ({ text, replacedAt: replacedAt.toISOString() }));
  }

  /** Changes the words of one's own message and keeps the former ones as evidence. */
  async edit(actor: Actor, messageId: string, { text }: MessageEdit): Promise<MessageView> {
    return this.#changeOwn(actor, messageId, 'message.edited', 'editMinutes', (message, em) => {
      if (message.text === text) return;
      if (hasFixedWords(message.carried ?? null)) throw new AppError('conflict');
      em.persist(
        em.create(MessageRevision, { id: newId(), message, text: message.text, replacedAt: new Date() }),
      );
      message.text = text;
      message.carried = carriedWithText(message.carried ?? null, text);
      if (!text && !message.carried) throw new AppError('bad_request');
      message.editedAt = new Date();
    });
  }

  /** Takes one's own message back: everywhere a tombstone stays. */
  async delete(actor: Actor, messageId: string): Promise<MessageView> {
    return this.#changeOwn(actor, messageId, 'message.deleted', 'recallMinutes', (message) => {
      message.deletedAt = new Date();
    });
  }

  async #changeOwn(
    actor: Actor,
    messageId: string,
    name: Extract<EventName, 'message.edited' | 'message.deleted'>,
    window: 'editMinutes' | 'recallMinutes',
    change: (message: Message, em: EntityManager) => void,
  ): Promise<MessageView> {
    const { channel, message: own } = await accessOwnMessage(this.em, actor, messageId);
    if (!isWithin(channel.settings[window], own.createdAt.toISOString(), Date.now()))
      throw new AppError('too_late');
    const message = await this.em.transactional(async (em) => {
      const locked = await lockMessage(em, messageId);
      // Looked at again under the lock: a moderator may have been faster.
      if (locked.deletedAt || locked.removedAt) throw new AppError('not_found');
      change(locked, em);
      return takeVersion(em, locked);
    });
    const view = messageView(message);
    this.events.publish(room.channel(view.channelId), name, view);
    return view;
  }

  async #replyPlace(channelId: string, messageId: string): Promise<{ id: string; seq: number }> {
    const seq = await findPlace(this.pool, channelId, messageId);
    if (seq === null) throw new AppError('not_found');
    return { id: messageId, seq };
  }
}
