// Leaving a group, by one's own will.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Me } from '../../shared/identity.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { refuseLastHolder } from '../places/last-holder.ts';
import { MeService } from '../places/me.service.ts';
import { Membership } from '../places/membership.entity.ts';
import { lockMemberships } from '../places/place.lock.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';

@Injectable()
export class LeavingService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly me: MeService,
  ) {}

  /** What was said stays; the way back is a new invitation. The commune's own group is left only with the account. */
  async leave(actor: Actor, membershipId: string): Promise<Me> {
    const groupId = await this.em.transactional(async (em) => {
      const own = await em.findOne(
        Membership,
        { id: membershipId, person: actor.personId },
        { populate: ['group'] },
      );
      if (!own) throw new AppError('not_found');
      const { group } = own;
      if (group.kind === 'commune') throw new AppError('bad_request');
      await refuseLastHolder(em, own);
      await lockMemberships(em, actor.personId);
      if (own.status !== 'active' && own.status !== 'pending') return null;
      record(em, {
        communeId: group.commune.id,
        actorId: actor.personId,
        groupId: group.id,
        act: 'member.left',
        subjectType: 'membership',
        subjectId: own.id,
        data: { personId: actor.personId, role: own.role, seat: own.seat ?? null },
      });
      em.assign(own, { status: 'left', role: 'resident', seat: null, household: null });
      return group.id;
    });
    if (groupId) {
      this.events.publish(room.user(actor.personId), 'place.changed', {});
      this.events.publish(room.group(groupId), 'member.left', { groupId, personId: actor.personId });
    }
    return this.me.get(actor);
  }
}
