// Telling of what is said in channels. The first message is told at once; what follows within a minute becomes one letter more. How
// much is said costs nothing: a channel is looked at as a whole, for all its listeners, every few seconds at the most.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { isMentioned } from '../../shared/mentioned.ts';
import { hearsAll, mayWake } from '../../shared/waking.ts';
import { Roster } from '../channels/roster.ts';
import { jobQueue, Jobs } from '../platform/jobs.ts';
import { POOL } from '../platform/tokens.ts';
import { RealtimeGateway } from '../realtime/realtime.gateway.ts';
import { PushDelivery, type Mail } from './push.delivery.ts';
import { talkContent, unreadFor } from './push.letters.ts';
import { claim, readLatest, readListeners, readPlace, type Listener, type Said } from './push.queries.ts';

/** So long after one letter of a channel the next one comes at the earliest. */
export const GATHER_MS = 60_000;
const later = jobQueue<{ channelId: string }>('push.channel', { retries: 1 });

@Injectable()
export class PushTalk implements OnModuleInit {
  constructor(
    private readonly delivery: PushDelivery,
    private readonly gateway: RealtimeGateway,
    private readonly roster: Roster,
    private readonly jobs: Jobs,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  onModuleInit(): void {
    this.jobs.work(later, ({ channelId }) => this.tell(channelId));
  }

  /** Tells all whom the latest messages of a channel may wake, and who do not have it before them. */
  async tell(channelId: string): Promise<void> {
    const listeners = await readListeners(this.pool, channelId);
    const place = listeners.length > 0 && (await readPlace(this.pool, channelId));
    if (!place) return;
    const latest = await readLatest(this.pool, channelId);
    const watching = await this.gateway.watchersOf(channelId);
    const ready: Listener[] = [];
    let nextAt = Infinity;
    for (const listener of listeners) {
      const verdict = watching.has(listener.personId) ? 'never' : wakes(listener, latest);
      if (verdict === 'never' || !(await this.roster.findChannel(listener.personId, channelId))) continue;
      if (verdict === 'later') await this.delivery.afterRest(listener.personId, listener.person);
      else if (Date.now() < restOf(listener)) nextAt = Math.min(nextAt, restOf(listener));
      else ready.push(listener);
    }
    if (nextAt < Infinity)
      await this.jobs.add(later, { channelId }, { key: channelId, at: new Date(nextAt + 500) });
    await this.#deliver(channelId, place.place, latest, ready);
  }

  async #deliver(channelId: string, place: string, latest: Said[], ready: Listener[]): Promise<void> {
    if (ready.length === 0) return;
    const ids = ready.map(({ personId }) => personId);
    const claimed = await claim(this.pool, channelId, latest[0]!.seq, ids, GATHER_MS);
    const mails = ready
      .filter(({ personId }) => claimed.has(personId))
      .map((listener): Mail => {
        const { personId } = listener;
        const unread = unreadFor(listener, latest);
        const isNamed = unread.some(({ carried }) => isMentioned(carried, personId));
        const content = talkContent(channelId, place, unread, isNamed);
        const written = { content, tag: `talk:${channelId}`, handling: 'talk' as const };
        return { personId, about: { kind: 'talk', channelId }, written };
      });
    await this.delivery.deliver(mails);
  }
}

const restOf = ({ toldAt }: Listener) => (toldAt ? toldAt.getTime() + GATHER_MS : 0);

function wakes(listener: Listener, latest: readonly Said[]): ReturnType<typeof mayWake> {
  const news = unreadFor(listener, latest).filter(({ seq }) => seq > listener.toldSeq);
  if (news.length === 0) return 'never';
  return mayWake({
    class: 'talk',
    channel: listener.channel ?? hearsAll,
    isMentioned: news.some(({ carried }) => isMentioned(carried, listener.personId)),
    person: listener.person,
    now: new Date(),
  });
}
