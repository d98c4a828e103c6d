import { Controller } from '@nestjs/common';
import type { Me } from '../../shared/identity.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import type { Input } from '../../shared/api.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { MeService } from './me.service.ts';

@Controller()
export class MeController {
  constructor(private readonly me: MeService) {}

  @Endpoint('me.get')
  get(@CurrentActor() actor: Actor): Promise<Me> {
    return this.me.get(actor);
  }

  @Endpoint('me.update')
  update(@CurrentActor() actor: Actor, @Given() { body }: Input<'me.update'>): Promise<Me> {
    return this.me.update(actor, body);
  }

  @Endpoint('me.attend')
  attend(@CurrentActor() actor: Actor, @Given() { body }: Input<'me.attend'>): Promise<Me> {
    return this.me.attend(actor, body);
  }
}
