// What there is to tell one person, as of now: for letters that go a second time, and for the digest after a rest. What was read,
// taken back or removed meanwhile is not told any more.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { isMentioned } from '../../shared/mentioned.ts';
import type { PushContent } from '../../shared/push.ts';
import { countsAloud, hearsAll, mayWake, type WakingClass } from '../../shared/waking.ts';
import { ChannelsService } from '../channels/channels.service.ts';
import { Roster } from '../channels/roster.ts';
import { TopicsService } from '../channels/topics.service.ts';
import type { Actor } from '../identity/actor.ts';
import { NoticesService } from '../notices/notices.service.ts';
import { Notification } from '../notifications/notification.entity.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { AppError } from '../platform/app-error.ts';
import { POOL } from '../platform/tokens.ts';
import { noticeContent, talkContent, toldContent, unreadFor } from './push.letters.ts';
import { readLatest, readListeners, readPlace } from './push.queries.ts';

/** What a letter is about, by which it can be written anew. */
export type About =
  | { kind: 'talk'; channelId: string }
  | { kind: 'notice'; noticeId: string }
  | { kind: 'told'; notificationId: string }
  | { kind: 'digest' };

export interface Written {
  content: PushContent;
  tag: string;
  handling: WakingClass;
}

const PLACES = 3;

@Injectable()
export class PushWriting {
  constructor(
    private readonly em: EntityManager,
    private readonly channels: ChannelsService,
    private readonly roster: Roster,
    private readonly topics: TopicsService,
    private readonly notices: NoticesService,
    private readonly notifications: NotificationsService,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  /** Null where there is nothing to tell any more. */
  async write(personId: string, about: About): Promise<Written | null> {
    switch (about.kind) {
      case 'talk':
        return this.#talk(personId, about.channelId);
      case 'notice':
        return this.#notice(personId, about.noticeId);
      case 'told':
        return this.#told(personId, about.notificationId);
      case 'digest':
        return this.#digest(personId);
    }
  }

  /** What waits for a person, counted as every window of theirs counts it. */
  async waiting(personId: string) {
    const actor = actorOf(personId);
    const [groups, topics, notices, told] = await Promise.all([
      this.channels.listGroups(actor),
      this.topics.list(actor),
      this.notices.list(actor),
      this.notifications.list(actor),
    ]);
    const now = new Date();
    const mine = new Set(groups.map(({ group }) => group.id));
    const loud = groups
      .flatMap(({ group, channels }) =>
        [...channels, ...topics.filter(({ groupId }) => groupId === group.id)].map((channel) => ({
          group,
          channel,
        })),
      )
      .map(({ group, channel }) => ({ group, count: countsAloud(channel, now) }))
      .filter(({ count }) => count > 0);
    return {
      talk: loud.reduce((sum, { count }) => sum + count, 0),
      places: [...new Set(loud.toSorted((a, b) => b.count - a.count).map(({ group }) => group.name))],
      notices: notices.filter(
        (one) => one.receipt === 'none' && !one.withdrawnAt && one.groups.some(({ id }) => mine.has(id)),
      ).length,
      told: told.filter(({ readAt }) => !readAt).length,
    };
  }

  async #talk(personId: string, channelId: string): Promise<Written | null> {
    const [listener] = await readListeners(this.pool, channelId, personId);
    const place = await readPlace(this.pool, channelId);
    if (!listener || !place || !(await this.roster.findChannel(personId, channelId))) return null;
    const unread = unreadFor(listener, await readLatest(this.pool, channelId));
    if (unread.length === 0) return null;
    const isNamed = unread.some(({ carried }) => isMentioned(carried, personId));
    const { person, channel } = listener;
    const waking = { channel: channel ?? hearsAll, isMentioned: isNamed, person, now: new Date() };
    if (mayWake({ class: 'talk', ...waking }) === 'never') return null;
    const content = talkContent(channelId, place.place, unread, isNamed);
    return { content, tag: `talk:${channelId}`, handling: 'talk' };
  }

  async #notice(personId: string, noticeId: string): Promise<Written | null> {
    const notice = await this.notices.get(actorOf(personId), noticeId).catch((error: unknown) => {
      if (error instanceof AppError) return null;
      throw error;
    });
    if (!notice || notice.withdrawnAt || notice.receipt !== 'none') return null;
    const handling = notice.urgency === 'urgent' ? 'urgent' : 'notice';
    return { content: noticeContent(notice), tag: `notice:${noticeId}`, handling };
  }

  async #told(personId: string, notificationId: string): Promise<Written | null> {
    const found = await this.em.findOne(Notification, { id: notificationId, person: personId, readAt: null });
    return found && { content: toldContent(found), tag: `told:${notificationId}`, handling: 'notice' };
  }

  async #digest(personId: string): Promise<Written | null> {
    const { talk: messages, places, notices, told } = await this.waiting(personId);
    if (messages + notices + told === 0) return null;
    const content: PushContent = {
      kind: 'digest',
      href: '/app',
      messages,
      places: places.slice(0, PLACES),
      notices,
      told,
    };
    return { content, tag: 'digest', handling: 'talk' };
  }
}

/** Reading for a person needs no session of theirs. */
const actorOf = (personId: string): Actor => ({ personId, sessionId: '' });
