import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { GatheringAnswers, MyAnswer } from '../../shared/gatherings.ts';
import type { MessageView } from '../../shared/messages.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { GatheringsService } from './gatherings.service.ts';

@Controller()
export class GatheringsController {
  constructor(private readonly gatherings: GatheringsService) {}

  @Endpoint('gathering.get')
  get(@CurrentActor() actor: Actor, @Given() { params }: Input<'gathering.get'>): Promise<MyAnswer> {
    return this.gatherings.get(actor, params.messageId);
  }

  @Endpoint('gathering.answer')
  answer(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'gathering.answer'>,
  ): Promise<MyAnswer> {
    return this.gatherings.answer(actor, params.messageId, body);
  }

  @Endpoint('gathering.update')
  update(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'gathering.update'>,
  ): Promise<MessageView> {
    return this.gatherings.update(actor, params.messageId, body);
  }

  @Endpoint('gathering.answers')
  listAnswers(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'gathering.answers'>,
  ): Promise<GatheringAnswers> {
    return this.gatherings.listAnswers(actor, params.messageId);
  }

  @Endpoint('gathering.upcoming')
  listUpcoming(@CurrentActor() actor: Actor): Promise<MessageView[]> {
    return this.gatherings.listUpcoming(actor);
  }
}
