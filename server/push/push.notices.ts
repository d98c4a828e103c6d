// Telling of notices: to all whom they concern, in portions, as a job. What is urgent passes every rest, whoever is online where.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { hearsAll, mayWake } from '../../shared/waking.ts';
import { Notice } from '../notices/notice.entity.ts';
import { noticeView } from '../notices/notice.view.ts';
import { jobQueue, Jobs } from '../platform/jobs.ts';
import { POOL } from '../platform/tokens.ts';
import { PushDelivery, type Mail } from './push.delivery.ts';
import { noticeContent } from './push.letters.ts';
import { readAudience } from './push.queries.ts';

const queue = jobQueue<{ noticeId: string }>('push.notice', { limitSeconds: 1800 });
const PORTION = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class PushNotices implements OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    private readonly delivery: PushDelivery,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  onModuleInit(): void {
    this.jobs.work(queue, ({ noticeId }) => this.#tell(noticeId));
  }

  add(noticeId: string): Promise<void> {
    return this.jobs.add(queue, { noticeId }, { key: noticeId });
  }

  async #tell(noticeId: string): Promise<void> {
    const found = await this.em.findOne(Notice, noticeId, { populate: ['author', 'groups'] });
    if (!found || found.withdrawnAt) return;
    const { urgency } = found;
    const written = {
      content: noticeContent(noticeView(found)),
      tag: `notice:${noticeId}`,
      handling: urgency,
    };
    for (let after = FIRST_ID; ;) {
      const people = await readAudience(this.pool, noticeId, after, PORTION);
      const now = new Date();
      const mails: Mail[] = [];
      for (const { personId, person } of people) {
        const verdict = mayWake({ class: urgency, channel: hearsAll, isMentioned: false, person, now });
        if (verdict === 'later') await this.delivery.afterRest(personId, person);
        if (verdict === 'now') mails.push({ personId, about: { kind: 'notice', noticeId }, written });
      }
      await this.delivery.deliver(mails);
      if (people.length < PORTION) return;
      after = people.at(-1)!.personId;
    }
  }
}
