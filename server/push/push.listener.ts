// Hears what this process publishes, and has it told to devices: off the road of whoever speaks, gathered, and one after the other.
import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { HubEvent } from '../../shared/events.ts';
import type { NotificationView } from '../../shared/notifications.ts';
import { hearsAll, mayWake } from '../../shared/waking.ts';
import { ErrorFilter } from '../platform/error.filter.ts';
import { Events, personOf } from '../platform/events.ts';
import { POOL } from '../platform/tokens.ts';
import { PushDelivery } from './push.delivery.ts';
import { toldContent } from './push.letters.ts';
import { PushNotices } from './push.notices.ts';
import { readAttention } from './push.queries.ts';
import { PushTalk } from './push.talk.ts';

interface Told {
  personId: string;
  notification: NotificationView;
}

const SOON_MS = 300;
/** A channel in which much is said is looked at no more often than this. */
const REST_MS = 5_000;
/** Between two channels, so that whoever speaks meanwhile does not wait for all of them. */
const BREATH_MS = 10;

@Injectable()
export class PushListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Channels in which something was said, and when they may be looked at. */
  readonly #due = new Map<string, number>();
  readonly #rested = new Map<string, number>();
  /** Notices on their way into the queue, which keeps a second one out only until the first is at work. */
  readonly #published = new Set<string>();
  #told: Told[] = [];
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #isStopped = false;

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly talk: PushTalk,
    private readonly notices: PushNotices,
    private readonly delivery: PushDelivery,
    private readonly errors: ErrorFilter,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  onApplicationBootstrap(): void {
    this.events.onPacket((room, packet) => {
      for (const event of packet) this.#hear(room, event);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #hear(room: string, [name, payload]: HubEvent): void {
    if (name === 'message.created') this.#hearTalk(payload.channelId);
    else if (name === 'notice.published') this.#hearNotice(payload.id);
    else if (name === 'notification.created')
      this.#told.push({ personId: personOf(room), notification: payload });
    else return;
    this.#arm();
  }

  /** All its rooms are told in one go. */
  #hearNotice(noticeId: string): void {
    if (this.#published.has(noticeId)) return;
    this.#published.add(noticeId);
    this.notices
      .add(noticeId)
      .catch(this.#note)
      .finally(() => this.#published.delete(noticeId));
  }

  #hearTalk(channelId: string): void {
    if (this.#due.has(channelId)) return;
    this.#due.set(channelId, Math.max(Date.now() + SOON_MS, this.#rested.get(channelId) ?? 0));
  }

  #arm(): void {
    if (this.#timer || this.#looking || this.#isStopped) return;
    if (this.#due.size === 0 && this.#told.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#looking = RequestContext.create(this.em, () => this.#look()).finally(() => {
        this.#looking = null;
        this.#arm();
      });
    }, SOON_MS);
  }

  async #look(): Promise<void> {
    await this.#tell(this.#told.splice(0)).catch(this.#note);
    const now = Date.now();
    for (const [channelId, until] of this.#rested) if (until <= now) this.#rested.delete(channelId);
    for (const [channelId, at] of this.#due) {
      if (at > now || this.#isStopped) continue;
      // First: what is said from here on makes it due again.
      this.#due.delete(channelId);
      this.#rested.set(channelId, now + REST_MS);
      await this.talk.tell(channelId).catch(this.#note);
      await delay(BREATH_MS);
    }
  }

  async #tell(told: Told[]): Promise<void> {
    if (told.length === 0) return;
    const attention = await readAttention(
      this.pool,
      told.map(({ personId }) => personId),
    );
    for (const { personId, notification } of told) {
      const person = attention.get(personId);
      if (!person) continue;
      const { id: notificationId } = notification;
      const verdict = mayWake({
        class: 'notice',
        channel: hearsAll,
        isMentioned: false,
        person,
        now: new Date(),
      });
      if (verdict === 'later') await this.delivery.afterRest(personId, person);
      if (verdict !== 'now') continue;
      const content = toldContent(notification);
      const written = { content, tag: `told:${notificationId}`, handling: 'notice' as const };
      await this.delivery.deliver([{ personId, about: { kind: 'told', notificationId }, written }]);
    }
  }

  readonly #note = (error: unknown): void => void this.errors.toAppError(error);
}
