import { Controller } from '@nestjs/common';
import type { Answer, Input } from '../../shared/api.ts';
import type { Me } from '../../shared/identity.ts';
import type { ProfileView } from '../../shared/people.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { BlocksService } from './blocks.service.ts';
import { LeavingService } from './leaving.service.ts';
import { ProfilesService } from './profiles.service.ts';

@Controller()
export class PeopleController {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly blocks: BlocksService,
    private readonly leaving: LeavingService,
  ) {}

  @Endpoint('person.get')
  get(@CurrentActor() actor: Actor, @Given() { params }: Input<'person.get'>): Promise<ProfileView> {
    return this.profiles.get(actor, params.personId);
  }

  @Endpoint('person.changes')
  changes(
    @CurrentActor() actor: Actor,
    @Given() { query }: Input<'person.changes'>,
  ): Promise<Answer<'person.changes'>> {
    return this.profiles.changes(actor, new Date(query.since));
  }

  @Endpoint('me.rename')
  rename(@CurrentActor() actor: Actor, @Given() { body }: Input<'me.rename'>): Promise<Me> {
    return this.profiles.rename(actor, body.name);
  }

  @Endpoint('person.block')
  block(@CurrentActor() actor: Actor, @Given() { params, body }: Input<'person.block'>): Promise<Me> {
    return this.blocks.set(actor, params.personId, body.isBlocked);
  }

  @Endpoint('membership.leave')
  leave(@CurrentActor() actor: Actor, @Given() { params }: Input<'membership.leave'>): Promise<Me> {
    return this.leaving.leave(actor, params.membershipId);
  }
}
