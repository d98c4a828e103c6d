// What is done with messages that stand: reacting to them, pinning them.
import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { MessageReacted, MessageView, Reactors } from '../../shared/messages.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { PinsService } from './pins.service.ts';
import { ReactionsService } from './reactions.service.ts';

@Controller()
export class MarksController {
  constructor(
    private readonly reactions: ReactionsService,
    private readonly pins: PinsService,
  ) {}

  @Endpoint('message.react')
  react(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'message.react'>,
  ): Promise<MessageReacted> {
    return this.reactions.set(actor, params.messageId, body);
  }

  @Endpoint('message.reactors')
  listReactors(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'message.reactors'>,
  ): Promise<Reactors> {
    return this.reactions.list(actor, params.messageId);
  }

  @Endpoint('message.pin')
  pin(@CurrentActor() actor: Actor, @Given() { params, body }: Input<'message.pin'>): Promise<MessageView> {
    return this.pins.set(actor, params.messageId, body.isPinned);
  }

  @Endpoint('message.pins')
  listPins(@CurrentActor() actor: Actor, @Given() { params }: Input<'message.pins'>): Promise<MessageView[]> {
    return this.pins.list(actor, params.channelId);
  }
}
