import type { InvitationView } from '../../shared/places.ts';
import type { Invitation } from './invitation.entity.ts';

export function invitationView(invitation: Invitation): InvitationView {
  const { id, group, code, isPreApproved, expiresAt, usedCount } = invitation;
  return { id, groupId: group.id, code, isPreApproved, expiresAt: expiresAt.toISOString(), usedCount };
}
