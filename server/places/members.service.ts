// The people of a group, and the roles they hold in it.
import { LockMode, EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { MemberView, RoleAssign } from '../../shared/places.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { isLastHolder } from './last-holder.ts';
import { accessMembership } from './membership.access.ts';
import { Membership } from './membership.entity.ts';
import { byOfficeThenName, memberView } from './membership.view.ts';
import { accessGroup } from './place.access.ts';

@Injectable()
export class MembersService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  async list(actor: Actor, groupId: string): Promise<MemberView[]> {
    const { group } = await accessGroup(this.em, actor, groupId, 'member.list');
    const members = await this.em.find(Membership, { group, status: 'active' }, { populate: ['person'] });
    return members.map(memberView).sort(byOfficeThenName);
  }

  /** Gives a role and a seat, or takes them away: an office changes hands by two of these. */
  async assignRole(
    actor: Actor,
    membershipId: string,
    given: z.output<typeof RoleAssign>,
  ): Promise<MemberView> {
    const { group, subject, standing } = await accessMembership(this.em, actor, membershipId, 'role.assign');
    // A head answers for one group; whoever answers for the whole commune is its administrator.
    if (given.role === 'head' && group.kind === 'commune') {
      throw new AppError('bad_request', { issues: [{ path: 'role', message: 'a head is of one group' }] });
    }
    await this.em.transactional(async (em) => {
      const mayEndAdmin = group.kind === 'commune' && given.role !== 'admin';
      if (mayEndAdmin && (await isLastHolder(em, group, 'admin', subject))) throw new AppError('conflict');
      await em.findOneOrFail(Membership, membershipId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        refresh: true,
      });
      if (subject.status !== 'active') throw new AppError('conflict');
      const before = { role: subject.role, seat: subject.seat ?? null };
      subject.role = given.role;
      subject.seat = given.seat || null;
      record(em, {
        communeId: standing.communeId,
        actorId: actor.personId,
        groupId: group.id,
        act: 'role.assigned',
        subjectType: 'membership',
        subjectId: membershipId,
        data: { personId: subject.person.id, before, after: { role: subject.role, seat: subject.seat } },
      });
    });
    this.events.publish(room.user(subject.person.id), 'place.changed', {});
    return memberView(subject);
  }
}
