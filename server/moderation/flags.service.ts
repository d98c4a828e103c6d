// Reports by people: the first one opens a case, further ones join it, and one after a decision opens it again.
import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Done } from '../../shared/common.ts';
import type { Input } from '../../shared/api.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { AppError } from '../platform/app-error.ts';
import { Events } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { Case } from './case.entity.ts';
import { tellOfCase } from './case.events.ts';
import { readCases } from './case.queries.ts';
import { Decision } from './decision.entity.ts';
import { Flag } from './flag.entity.ts';
import { accessSubject, type Subject } from './subject.access.ts';

@Injectable()
export class FlagsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly limits: RateLimits,
  ) {}

  async create(actor: Actor, body: Input<'flag.create'>['body']): Promise<Done> {
    await this.limits.take('flag', actor.personId);
    const change = await this.em.transactional(async (em) => {
      const subject = await accessSubject(em, actor, body.subjectType, body.subjectId);
      if (subject.authorId === actor.personId) throw new AppError('bad_request');
      const { found, isNew } = await lockCaseOf(em, subject);
      if (!isNew && !(await joinCase(em, found, subject, actor))) return null;
      em.persist(
        em.create(Flag, {
          id: newId(),
          case: found,
          reporter: em.getReference(Person, actor.personId),
          rule: body.rule,
          reason: body.reason,
          createdAt: isNew ? found.openedAt : notBefore(found.openedAt),
        }),
      );
      return { caseId: found.id, name: isNew ? ('case.opened' as const) : ('case.changed' as const) };
    });
    if (change) {
      const [view] = await readCases(this.em, [change.caseId]);
      await tellOfCase(this.em, this.events, change.name, view!);
    }
    return { ok: true };
  }
}

/** The one case of the subject, made if there is none, and locked: of two first reports at once, one makes it. */
async function lockCaseOf(em: EntityManager, subject: Subject): Promise<{ found: Case; isNew: boolean }> {
  const id = newId();
  await em.execute(
    `insert into moderation_case
       (id, group_id, subject_type, subject_id, author_id, author_seat, text, written_at, status, opened_at, version)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, 1)
     on conflict (subject_type, subject_id) do nothing`,
    [
      id,
      subject.groupId,
      subject.type,
      subject.id,
      subject.authorId,
      subject.authorSeat,
      subject.text,
      subject.writtenAt,
      new Date(),
    ],
  );
  const found = await em.findOneOrFail(
    Case,
    { subjectType: subject.type, subjectId: subject.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return { found, isNew: found.id === id };
}

/** Readies a case for one more flag; false where the actor's flag stands in it already. */
async function joinCase(em: EntityManager, found: Case, subject: Subject, actor: Actor): Promise<boolean> {
  if (found.status === 'open') {
    const mine = { case: found, reporter: actor.personId, createdAt: { $gte: found.openedAt } };
    if ((await em.count(Flag, mine)) > 0) return false;
  } else {
    // A removal that was committed while this flag waited for the lock.
    if ((await em.count(Decision, { case: found, action: 'remove' })) > 0) throw new AppError('not_found');
    found.status = 'open';
    found.openedAt = notBefore(found.openedAt);
  }
  found.text = withWords(found.text, subject);
  found.version += 1;
  return true;
}

/** Between the words that were reported first and those that their author made of them before they were reported again. */
const CHANGED = '\n———\n';

/** Nothing that was reported is lost to who judges it: neither the first words nor the last. */
const withWords = (known: string, { type, text }: Subject): string =>
  type === 'person' || known.split(CHANGED).at(-1) === text ? known : known + CHANGED + text;

/** Now, but never before: flags since `openedAt` are those not yet decided, even where two servers' clocks differ. */
const notBefore = (openedAt: Date) => new Date(Math.max(Date.now(), openedAt.getTime()));
