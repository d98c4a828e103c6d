import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { WaitingCount } from '../../shared/attention.ts';
import type { Done } from '../../shared/common.ts';
import type { PushState, PushTrial } from '../../shared/push.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { PushService } from './push.service.ts';

@Controller()
export class PushController {
  constructor(private readonly push: PushService) {}

  @Endpoint('push.get')
  get(@CurrentActor() actor: Actor): Promise<PushState> {
    return this.push.get(actor);
  }

  @Endpoint('push.subscribe')
  subscribe(@CurrentActor() actor: Actor, @Given() { body }: Input<'push.subscribe'>): Promise<PushState> {
    return this.push.subscribe(actor, body);
  }

  @Endpoint('push.unsubscribe')
  async unsubscribe(@CurrentActor() actor: Actor): Promise<Done> {
    await this.push.unsubscribe(actor);
    return { ok: true };
  }

  @Endpoint('push.try')
  try(@CurrentActor() actor: Actor): Promise<PushTrial> {
    return this.push.try(actor);
  }

  @Endpoint('waiting.count')
  waiting(@CurrentActor() actor: Actor): Promise<WaitingCount> {
    return this.push.waiting(actor);
  }
}
