import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { Done } from '../../shared/common.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { FlagsService } from './flags.service.ts';

@Controller()
export class FlagsController {
  constructor(private readonly flags: FlagsService) {}

  @Endpoint('flag.create')
  create(@CurrentActor() actor: Actor, @Given() { body }: Input<'flag.create'>): Promise<Done> {
    return this.flags.create(actor, body);
  }
}
