import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { ChannelView, GroupChannels, ReadMarked } from '../../shared/channels.ts';
import type { GroupView } from '../../shared/places.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { ChannelsService } from './channels.service.ts';

@Controller()
export class ChannelsController {
  constructor(private readonly channels: ChannelsService) {}

  @Endpoint('group.list')
  listGroups(@CurrentActor() actor: Actor): Promise<GroupChannels[]> {
    return this.channels.listGroups(actor);
  }

  @Endpoint('group.create')
  createGroup(@CurrentActor() actor: Actor, @Given() { body }: Input<'group.create'>): Promise<GroupView> {
    return this.channels.createGroup(actor, body);
  }

  @Endpoint('channel.get')
  get(@CurrentActor() actor: Actor, @Given() { params }: Input<'channel.get'>): Promise<ChannelView> {
    return this.channels.get(actor, params.channelId);
  }

  @Endpoint('channel.list')
  list(@CurrentActor() actor: Actor, @Given() { params }: Input<'channel.list'>): Promise<ChannelView[]> {
    return this.channels.list(actor, params.groupId);
  }

  @Endpoint('channel.create')
  create(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'channel.create'>,
  ): Promise<ChannelView> {
    return this.channels.create(actor, params.groupId, body);
  }

  @Endpoint('channel.update')
  update(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'channel.update'>,
  ): Promise<ChannelView> {
    return this.channels.update(actor, params.channelId, body);
  }

  @Endpoint('channel.attend')
  attend(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'channel.attend'>,
  ): Promise<ChannelView> {
    return this.channels.attend(actor, params.channelId, body);
  }

  @Endpoint('channel.read')
  markRead(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'channel.read'>,
  ): Promise<ReadMarked> {
    return this.channels.markRead(actor, params.channelId, body.seq);
  }
}
