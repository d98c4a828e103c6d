import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { MentionChoices, MentionReach } from '../../shared/mentions.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { MentionsService } from './mentions.service.ts';

@Controller()
export class MentionsController {
  constructor(private readonly mentions: MentionsService) {}

  @Endpoint('mention.find')
  find(
    @CurrentActor() actor: Actor,
    @Given() { params, query }: Input<'mention.find'>,
  ): Promise<MentionChoices> {
    return this.mentions.find(actor, params.channelId, query.q);
  }

  @Endpoint('mention.reach')
  reach(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'mention.reach'>,
  ): Promise<MentionReach> {
    return this.mentions.reach(actor, params.channelId, body.mentions);
  }
}
