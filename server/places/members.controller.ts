import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { MemberRequest, MemberView } from '../../shared/places.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { AdmissionsService } from './admissions.service.ts';
import { MembersService } from './members.service.ts';

@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly admissions: AdmissionsService,
  ) {}

  @Endpoint('member.list')
  list(@CurrentActor() actor: Actor, @Given() { params }: Input<'member.list'>): Promise<MemberView[]> {
    return this.members.list(actor, params.groupId);
  }

  @Endpoint('role.assign')
  assignRole(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'role.assign'>,
  ): Promise<MemberView> {
    return this.members.assignRole(actor, params.membershipId, body);
  }

  @Endpoint('member.requests')
  listRequests(@CurrentActor() actor: Actor): Promise<MemberRequest[]> {
    return this.admissions.list(actor);
  }

  @Endpoint('member.decide')
  decide(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'member.decide'>,
  ): Promise<MemberRequest> {
    return this.admissions.decide(actor, params.membershipId, body.admit);
  }
}
