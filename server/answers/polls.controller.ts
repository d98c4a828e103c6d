import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { MessageView } from '../../shared/messages.ts';
import type { MyPoll, PollVoters } from '../../shared/polls.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { PollsService } from './polls.service.ts';

@Controller()
export class PollsController {
  constructor(private readonly polls: PollsService) {}

  @Endpoint('poll.get')
  get(@CurrentActor() actor: Actor, @Given() { params }: Input<'poll.get'>): Promise<MyPoll> {
    return this.polls.get(actor, params.messageId);
  }

  @Endpoint('poll.vote')
  vote(@CurrentActor() actor: Actor, @Given() { params, body }: Input<'poll.vote'>): Promise<MyPoll> {
    return this.polls.vote(actor, params.messageId, body);
  }

  @Endpoint('poll.close')
  close(@CurrentActor() actor: Actor, @Given() { params }: Input<'poll.close'>): Promise<MessageView> {
    return this.polls.close(actor, params.messageId);
  }

  @Endpoint('poll.voters')
  listVoters(@CurrentActor() actor: Actor, @Given() { params }: Input<'poll.voters'>): Promise<PollVoters> {
    return this.polls.listVoters(actor, params.messageId);
  }
}
