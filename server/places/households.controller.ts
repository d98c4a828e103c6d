import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { HouseholdView } from '../../shared/places.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { HouseholdsService } from './households.service.ts';

@Controller()
export class HouseholdsController {
  constructor(private readonly households: HouseholdsService) {}

  @Endpoint('household.list')
  list(@CurrentActor() actor: Actor, @Given() { params }: Input<'household.list'>): Promise<HouseholdView[]> {
    return this.households.list(actor, params.groupId);
  }

  @Endpoint('household.create')
  create(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'household.create'>,
  ): Promise<HouseholdView> {
    return this.households.create(actor, params.groupId, body);
  }

  @Endpoint('household.update')
  update(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'household.update'>,
  ): Promise<HouseholdView> {
    return this.households.update(actor, params.householdId, body);
  }
}
