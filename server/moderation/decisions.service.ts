// The decision: everything it changes in one transaction, everyone it concerns told after the commit.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { CaseDetail } from '../../shared/moderation.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { notify } from '../notifications/notify.ts';
import type { Membership } from '../places/membership.entity.ts';
import { lockMemberships } from '../places/place.lock.ts';
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
/** What reporters are told: whether what they reported was so. */
const answers = {
  words: { yes: 'flag_removed', no: 'flag_dismissed' },
  person: { yes: 'report_upheld', no: 'report_dismissed' },
} as const;

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
      if (body.action !== 'dismiss') {
        if (body.muteDays > 0)
          tells.push(await mute(em, found, new Date(now.getTime() + body.muteDays * DAY_MS)));
        const kind = body.action === 'remove' ? 'message_removed' : 'person_warned';
        const tellAuthor = notify(em, found.author.id, kind, { group: group.name, ...about });
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
          // Who was reported as a person may read the log: the case alone says that it was they.
          ...(found.subjectType === 'person'
            ? { isPerson: true }
            : { authorId: found.author.id, [`${found.subjectType}Id`]: found.subjectId }),
        },
      });
      if (body.action === 'remove') tells.unshift(await removeSubject(em, found, now));
      return tells;
    });
    for (const tell of tells) await tell(this.em, this.events);
    const view = await this.cases.read(caseId);
    await this.cases.changed(view);
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
  const kind =
    answers[found.subjectType === 'person' ? 'person' : 'words'][action === 'dismiss' ? 'no' : 'yes'];
  return [...new Set(flags.map(({ reporter }) => reporter.id))].map((reporterId) => {
    const tell = notify(em, reporterId, kind, about);
    return (_, events) => tell(events);
  });
}

/**
 * The author may read but not write in the case's group until then; who was reported as a person, in none of the commune's. A longer
 * mute that runs already stays.
 */
async function mute(em: EntityManager, { author, group, subjectType }: Case, until: Date): Promise<Tell> {
  const isHere = ({ group: { id, commune } }: Membership) =>
    subjectType === 'person' ? commune.id === group.commune.id : id === group.id;
  const all = await lockMemberships(em, author.id);
  await em.populate(all, ['group']);
  const memberships = all.filter(isHere);
  if (memberships.length === 0) return () => undefined;
  for (const membership of memberships)
    if (!membership.mutedUntil || membership.mutedUntil < until) membership.mutedUntil = until;
  return (_, events) => events.publish(room.user(author.id), 'place.changed', {});
}
