import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { Done } from '../../shared/common.ts';
import type { InvitationPreview, InvitationView } from '../../shared/places.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { InvitationsService } from './invitations.service.ts';

@Controller()
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Endpoint('invitation.preview')
  preview(@Given() { params }: Input<'invitation.preview'>): Promise<InvitationPreview> {
    return this.invitations.preview(params.code);
  }

  @Endpoint('invitation.list')
  list(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'invitation.list'>,
  ): Promise<InvitationView[]> {
    return this.invitations.list(actor, params.groupId);
  }

  @Endpoint('invitation.create')
  create(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'invitation.create'>,
  ): Promise<InvitationView> {
    return this.invitations.create(actor, params.groupId, body);
  }

  @Endpoint('invitation.revoke')
  async revoke(@CurrentActor() actor: Actor, @Given() { params }: Input<'invitation.revoke'>): Promise<Done> {
    await this.invitations.revoke(actor, params.invitationId);
    return { ok: true };
  }
}
