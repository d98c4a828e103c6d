// Requests to be admitted, and the decision of those who know their neighbours.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MemberRequest } from '../../shared/places.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { notify } from '../notifications/notify.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { accessMembership } from './membership.access.ts';
import { Membership } from './membership.entity.ts';
import { memberRequestView } from './membership.view.ts';
import { findStanding, groupsWith } from './place.access.ts';
import { lockMemberships } from './place.lock.ts';

@Injectable()
export class AdmissionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  /** What waits for the actor, oldest first. A newcomer waits once, not for the group and for the commune beside it. */
  async list(actor: Actor): Promise<MemberRequest[]> {
    const standing = await findStanding(this.em, actor);
    if (!standing) return [];
    const groups = await groupsWith(this.em, standing, 'member.admit');
    const pending = await this.em.find(
      Membership,
      { group: groups, status: 'pending' },
      { populate: ['person', 'group', 'household'], orderBy: { createdAt: 'asc', id: 'asc' } },
    );
    const inGroup = new Set(
      pending.filter(({ group }) => group.kind !== 'commune').map(({ person }) => person.id),
    );
    return pending
      .filter(({ group, person }) => group.kind !== 'commune' || !inGroup.has(person.id))
      .map(memberRequestView);
  }

  /**
   * Who is admitted to a group is admitted to the commune; who is refused by the last group they asked is refused there too, and whom
   * the commune refuses, its groups do not admit.
   */
  async decide(actor: Actor, membershipId: string, admit: boolean): Promise<MemberRequest> {
    const { group, subject, standing } = await accessMembership(this.em, actor, membershipId, 'member.admit');
    const personId = subject.person.id;
    const tell = await this.em.transactional(async (em) => {
      const all = await lockMemberships(em, personId);
      if (subject.status !== 'pending') throw new AppError('already_decided');
      subject.status = admit ? 'active' : 'refused';
      const inCommune = all.find((membership) => membership.group.id === standing.communeGroup.id);
      const waiting = all.filter((other) => other !== inCommune && other.status === 'pending');
      if (inCommune?.status === 'pending' && (admit || waiting.length === 0))
        inCommune.status = subject.status;
      if (subject === inCommune && !admit) for (const other of waiting) other.status = 'refused';
      record(em, {
        communeId: standing.communeId,
        actorId: actor.personId,
        groupId: group.id,
        act: admit ? 'member.admitted' : 'member.refused',
        subjectType: 'membership',
        subjectId: membershipId,
        data: { personId },
      });
      return admit
        ? notify(em, personId, 'membership_admitted', { group: group.name, href: `/app/groups/${group.id}` })
        : notify(em, personId, 'membership_refused', { group: group.name, href: '/app' });
    });
    const view = memberRequestView(subject);
    tell(this.events);
    this.events.publish(room.user(personId), 'place.changed', {});
    this.events.publish(room.admit(group.id), 'member.decided', view);
    return view;
  }
}
