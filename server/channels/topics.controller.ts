import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { ChannelView } from '../../shared/channels.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { TopicsService } from './topics.service.ts';

@Controller()
export class TopicsController {
  constructor(private readonly topics: TopicsService) {}

  @Endpoint('topic.list')
  list(@CurrentActor() actor: Actor): Promise<ChannelView[]> {
    return this.topics.list(actor);
  }

  @Endpoint('topic.follow')
  follow(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'topic.follow'>,
  ): Promise<ChannelView> {
    return this.topics.follow(actor, params.channelId, body.isFollowing);
  }
}
