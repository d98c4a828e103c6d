// Invitations: made by those who admit, shown to whoever holds the code. Using one is in joining.service.ts.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { InvitationCreate, InvitationPreview, InvitationView } from '../../shared/places.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { newId } from '../platform/id.ts';
import { communeView } from './commune.view.ts';
import { groupView } from './group.view.ts';
import { Household } from './household.entity.ts';
import { byAddress, householdRef } from './household.view.ts';
import { accessCode, accessInvitation, admitsAtOnce, newCode } from './invitation.access.ts';
import { Invitation } from './invitation.entity.ts';
import { invitationView } from './invitation.view.ts';
import { Membership } from './membership.entity.ts';
import { accessGroup } from './place.access.ts';

const DAY_MS = 24 * 3600 * 1000;

@Injectable()
export class InvitationsService {
  constructor(private readonly em: EntityManager) {}

  /** What a newcomer sees before giving a name. Addresses only: who lives there is nobody's business yet. */
  async preview(code: string): Promise<InvitationPreview> {
    const invitation = await accessCode(this.em, code);
    const { group } = invitation;
    const isWhole = group.kind === 'commune';
    const households = isWhole ? [] : await this.em.find(Household, { group });
    const head = await this.em.findOne(
      Membership,
      { group, role: 'head', status: 'active' },
      { populate: ['person'], orderBy: { createdAt: 'asc' } },
    );
    return {
      commune: communeView(group.commune),
      group: groupView(group),
      isPreApproved: await admitsAtOnce(this.em, invitation),
      headName: head?.person.name ?? null,
      householdCount: isWhole
        ? await this.em.count(Household, { group: { commune: group.commune } })
        : households.length,
      households: households.sort(byAddress).map(householdRef),
    };
  }

  async list(actor: Actor, groupId: string): Promise<InvitationView[]> {
    const { group } = await accessGroup(this.em, actor, groupId, 'member.admit');
    const working = await this.em.find(
      Invitation,
      { group, expiresAt: { $gt: new Date() } },
      { orderBy: { createdAt: 'desc', id: 'desc' } },
    );
    return Promise.all(working.map(async (one) => invitationView(one, await admitsAtOnce(this.em, one))));
  }

  async create(
    actor: Actor,
    groupId: string,
    { isPreApproved, days }: InvitationCreate,
  ): Promise<InvitationView> {
    const { group, standing } = await accessGroup(this.em, actor, groupId, 'member.admit');
    const now = new Date();
    const invitation = this.em.create(Invitation, {
      id: newId(),
      group,
      code: newCode(),
      createdBy: this.em.getReference(Person, actor.personId),
      isPreApproved,
      usedCount: 0,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
      createdAt: now,
    });
    this.em.persist(invitation);
    this.#record(actor, standing.communeId, 'invitation.created', invitation, { isPreApproved, days });
    await this.em.flush();
    return invitationView(invitation, isPreApproved);
  }

  /** Ends it, but keeps it: its holder is then told that it has ended, not that it never was. */
  async revoke(actor: Actor, invitationId: string): Promise<void> {
    const { invitation, standing } = await accessInvitation(this.em, actor, invitationId);
    const now = new Date();
    if (invitation.expiresAt <= now) return;
    invitation.expiresAt = now;
    this.#record(actor, standing.communeId, 'invitation.revoked', invitation);
    await this.em.flush();
  }

  #record(
    actor: Actor,
    communeId: string,
    act: string,
    { id, group }: Invitation,
    data?: Record<string, unknown>,
  ) {
    record(this.em, {
      communeId,
      actorId: actor.personId,
      groupId: group.id,
      act,
      subjectType: 'invitation',
      subjectId: id,
      ...(data && { data }),
    });
  }
}
