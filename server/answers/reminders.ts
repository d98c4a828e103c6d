// Reminds those who mean to come: the day before, in the last hour, and when it does not take place. By the clock, from what stands in the
// database: so a restart loses nothing, and a row for each telling keeps it from being told twice.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Message } from '../messages/message.entity.ts';
import { notify } from '../notifications/notify.ts';
import { Events } from '../platform/events.ts';
import { Jobs } from '../platform/jobs.ts';
import { claimDue, findComing, findDue, type Due } from './gathering.queries.ts';
import { toldOf } from './gathering.told.ts';

/** At a time; what is left waits a minute. */
const MOST = 200;
const kinds = { day: 'gathering_tomorrow', hour: 'gathering_soon', gone: 'gathering_gone' } as const;

@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('gathering.remind', '* * * * *', () => this.remind());
  }

  async remind(): Promise<void> {
    const failures: unknown[] = [];
    // One that cannot be told does not hold up the others.
    for (const due of await findDue(this.em.fork(), MOST))
      await this.#tell(due).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  async #tell(due: Due): Promise<void> {
    const tells = await this.em.fork().transactional(async (em) => {
      if (!(await claimDue(em, due))) return [];
      const message = await em.findOneOrFail(Message, due.message_id, { populate: ['channel.group'] });
      const told = toldOf(message, message.channel.group.name);
      const isOwn = (personId: string) => due.what === 'gone' && personId === message.author.id;
      return (await findComing(em, due.message_id))
        .filter((personId) => !isOwn(personId))
        .map((personId) => notify(em, personId, kinds[due.what], told));
    });
    for (const tell of tells) tell(this.events);
  }
}
