// The decision: everything it changes in one transaction, everyone it concerns told after the commit.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { CaseDetail } from '../../shared/moderation.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { notify } from '../notifications/notify.ts';
import { Membership } from '../places/membership.entity.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { lockCase, requireAction } from './case.access.ts';
import type { Case } from './case.entity.ts';
import { CasesService } from './cases.service.ts';
import { Decision } from './decision.entity.ts';
import { Flag } from './flag.entity.ts';
import { removeSubject, subjectHref } from './subject.removal.ts';

type Body = Input<'case.decide'>['body'];
type Tell = (em: EntityManager, events: Events) => Promise<void> | void;

const DAY_MS = 24 * 3600 * 1000;

@Injectable()
export class DecisionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly cases: CasesService,
  ) {}

  async decide(actor: Actor, caseId: string, body: Body): Promise<CaseDetail> {
    const tells = await this.em.transactional(async (em) => {
      const { case: found, group } = await lockCase(em, actor, caseId);
      requireAction(actor, found, body.version, body.action);
      // Nobody is muted for words that may stand.
      if (body.action === 'dismiss' && body.muteDays > 0) throw new AppError('bad_request');
      const now = new Date();
      const href = await subjectHref(em, found);
      const about = { rule: body.rule, reason: body.reason, href };
      const tells: Tell[] = await tellReporters(em, found, body.action, about);
      if (body.action === 'remove') {
        if (body.muteDays > 0)
          tells.push(await mute(em, found, new Date(now.getTime() + body.muteDays * DAY_MS)));
        const tellAuthor = notify(em, found.author.id, 'message_removed', { group: group.name, ...about });
        tells.push((_, events) => tellAuthor(events));
      }
      decideCase(em, actor, found, body, now);
      record(em, {
        communeId: group.commune.id,
        actorId: actor.personId,
        groupId: group.id,
        act: 'case.decided',
        subjectType: 'case',
        subjectId: found.id,
        data: {
          action: body.action,
          rule: body.rule,
          muteDays: body.muteDays,
          authorId: found.author.id,
          [`${found.subjectType}Id`]: found.subjectId,
        },
      });
      if (body.action === 'remove') tells.unshift(await removeSubject(em, found, now));
      return tells;
    });
    for (const tell of tells) await tell(this.em, this.events);
    const view = await this.cases.read(caseId);
    this.cases.changed(view);
    return this.cases.detail(actor, view);
  }
}

function decideCase(em: EntityManager, actor: Actor, found: Case, body: Body, now: Date): void {
  em.persist(
    em.create(Decision, {
      id: newId(),
      case: found,
      moderator: em.getReference(Person, actor.personId),
      action: body.action,
      rule: body.rule,
      reason: body.reason,
      muteDays: body.muteDays,
      createdAt: now,
    }),
  );
  found.status = 'decided';
  found.claimedBy = null;
  found.version += 1;
}

/** Everyone whose flag this decision answers, each once. */
async function tellReporters(
  em: EntityManager,
  found: Case,
  action: Body['action'],
  about: Record<string, string>,
): Promise<Tell[]> {
  const flags = await em.find(Flag, { case: found, createdAt: { $gte: found.openedAt } });
  const kind = action === 'remove' ? 'flag_removed' : 'flag_dismissed';
  return [...new Set(flags.map(({ reporter }) => reporter.id))].map((reporterId) => {
    const tell = notify(em, reporterId, kind, about);
    return (_, events) => tell(events);
  });
}

/** The author may read but not write in the case's group until then. A longer mute that runs already stays. */
async function mute(em: EntityManager, { author, group }: Case, until: Date): Promise<Tell> {
  const membership = await em.findOne(Membership, { person: author.id, group: group.id });
  if (!membership) return () => undefined;
  if (!membership.mutedUntil || membership.mutedUntil < until) membership.mutedUntil = until;
  return (_, events) => events.publish(room.user(author.id), 'place.changed', {});
}
