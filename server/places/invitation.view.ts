import type { InvitationView } from '../../shared/places.ts';
import type { Invitation } from './invitation.entity.ts';

/** `isPreApproved`: whether it admits at once, as of now. */
export function invitationView(invitation: Invitation, isPreApproved: boolean): InvitationView {
  const { id, group, code, expiresAt, usedCount } = invitation;
  return { id, groupId: group.id, code, isPreApproved, expiresAt: expiresAt.toISOString(), usedCount };
}
