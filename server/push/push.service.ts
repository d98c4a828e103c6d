// This device, as its person sees it: told or not, and whether a letter comes.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { WaitingCount } from '../../shared/attention.ts';
import type { PushState, PushSubscribe, PushTrial } from '../../shared/push.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import type { Config } from '../platform/config.ts';
import { newId } from '../platform/id.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { CONFIG, POOL } from '../platform/tokens.ts';
import { isAllowedEndpoint } from './push.address.ts';
import { PushDelivery } from './push.delivery.ts';
import { PushKeys } from './push.keys.ts';
import { readDeviceOf } from './push.queries.ts';
import { PushWriting } from './push.writing.ts';

@Injectable()
export class PushService {
  constructor(
    private readonly em: EntityManager,
    private readonly keys: PushKeys,
    private readonly delivery: PushDelivery,
    private readonly writing: PushWriting,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  async get({ sessionId }: Actor): Promise<PushState> {
    const { publicKey } = await this.keys.get();
    const device = await readDeviceOf(this.pool, sessionId);
    if (!device) return { publicKey, device: null };
    const { endpoint, locale, hidesWords } = device;
    return { publicKey, device: { endpoint, locale, hidesWords } };
  }

  /** Whoever signed in on this device last is told on it, and nobody else. */
  async subscribe(actor: Actor, given: PushSubscribe): Promise<PushState> {
    const { endpoint, keys, locale, hidesWords } = given;
    if (!isAllowedEndpoint(endpoint, this.config.allowsPushToLoopback)) throw new AppError('bad_request');
    await this.em.transactional(async (em) => {
      await em.execute('delete from push_subscription where session_id = ? and endpoint <> ?', [
        actor.sessionId,
        endpoint,
      ]);
      await em.execute(
        `insert into push_subscription
           (id, person_id, session_id, endpoint, p256dh, auth, locale, hides_words, created_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, now())
         on conflict (endpoint) do update set person_id = excluded.person_id, session_id = excluded.session_id,
           p256dh = excluded.p256dh, auth = excluded.auth, locale = excluded.locale, hides_words = excluded.hides_words`,
        [newId(), actor.personId, actor.sessionId, endpoint, keys.p256dh, keys.auth, locale, hidesWords],
      );
    });
    return this.get(actor);
  }

  async unsubscribe({ sessionId }: Actor): Promise<void> {
    await this.em.execute('delete from push_subscription where session_id = ?', [sessionId]);
  }

  async try(actor: Actor): Promise<PushTrial> {
    await this.limits.take('pushTrial', actor.personId);
    const device = await readDeviceOf(this.pool, actor.sessionId);
    if (!device) throw new AppError('not_found');
    const id = newId();
    const content = { kind: 'trial' as const, href: '/app/me/push', id };
    return { id, outcome: await this.delivery.send(device, { content, tag: 'trial', handling: 'trial' }) };
  }

  async waiting({ personId }: Actor): Promise<WaitingCount> {
    const { talk, notices, told } = await this.writing.waiting(personId);
    return { talk, notices, told };
  }
}
