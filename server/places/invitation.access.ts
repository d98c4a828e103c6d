// What someone may touch among invitations. A code is a key of its own: who holds it may use it.
import type { EntityManager } from '@mikro-orm/postgresql';
import { randomInt } from 'node:crypto';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Invitation } from './invitation.entity.ts';
import { accessGroup, findStanding, permissionsIn, type GroupAccess } from './place.access.ts';

/** No 0 and o, 1, i and l: a code is also read out and typed. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 12;

/** 59 bits: nobody guesses one. */
export const newCode = () =>
  Array.from({ length: LENGTH }, () => letters[randomInt(letters.length)]).join('');

/** The invitation that a code opens, with its group and commune. */
export async function accessCode(em: EntityManager, code: string): Promise<Invitation> {
  const typed = code.toLowerCase().replace(/[\s-]+/g, '');
  const invitation = await em.findOne(Invitation, { code: typed }, { populate: ['group', 'group.commune'] });
  if (!invitation) throw new AppError('not_found');
  if (invitation.expiresAt <= new Date()) throw new AppError('invitation_ended');
  return invitation;
}

/** Whether it admits at once: where its maker said so, and for as long as its maker admits people to the group themselves. */
export async function admitsAtOnce(
  em: EntityManager,
  { isPreApproved, createdBy, group }: Invitation,
): Promise<boolean> {
  if (!isPreApproved) return false;
  const maker = await findStanding(em, { personId: createdBy.id, sessionId: '' });
  return maker?.communeId === group.commune.id && permissionsIn(maker, group).has('member.admit');
}

/** The invitation, if the actor admits people to its group. */
export async function accessInvitation(
  em: EntityManager,
  actor: Actor,
  invitationId: string,
): Promise<GroupAccess & { invitation: Invitation }> {
  const invitation = await em.findOne(Invitation, invitationId);
  if (!invitation) throw new AppError('not_found');
  return { ...(await accessGroup(em, actor, invitation.group.id, 'member.admit')), invitation };
}
