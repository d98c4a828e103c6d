import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { MessagePage, MessageView, Revision } from '../../shared/messages.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { MessagesService } from './messages.service.ts';

@Controller()
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Endpoint('message.list')
  list(
    @CurrentActor() actor: Actor,
    @Given() { params, query }: Input<'message.list'>,
  ): Promise<MessagePage> {
    return this.messages.list(actor, params.channelId, query);
  }

  @Endpoint('message.create')
  create(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'message.create'>,
  ): Promise<MessageView> {
    return this.messages.create(actor, params.channelId, body);
  }

  @Endpoint('message.get')
  get(@CurrentActor() actor: Actor, @Given() { params }: Input<'message.get'>): Promise<MessageView> {
    return this.messages.get(actor, params.messageId);
  }

  @Endpoint('message.revisions')
  listRevisions(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'message.revisions'>,
  ): Promise<Revision[]> {
    return this.messages.listRevisions(actor, params.messageId);
  }

  @Endpoint('message.edit')
  edit(@CurrentActor() actor: Actor, @Given() { params, body }: Input<'message.edit'>): Promise<MessageView> {
    return this.messages.edit(actor, params.messageId, body);
  }

  @Endpoint('message.delete')
  delete(@CurrentActor() actor: Actor, @Given() { params }: Input<'message.delete'>): Promise<MessageView> {
    return this.messages.delete(actor, params.messageId);
  }
}
