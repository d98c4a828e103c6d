// The rooms of groups: who has which, and how far each person has read.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ChannelAttention } from '../../shared/attention.ts';
import type {
  ChannelCreate,
  ChannelUpdate,
  ChannelView,
  GroupChannels,
  ReadMarked,
} from '../../shared/channels.ts';
import type { Override } from '../../shared/permissions.ts';
import type { GroupCreate, GroupKind, GroupView } from '../../shared/places.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { Commune } from '../places/commune.entity.ts';
import { Group } from '../places/group.entity.ts';
import { groupView } from '../places/group.view.ts';
import {
  accessCommune,
  accessGroup,
  findStanding,
  permissionsIn,
  type Standing,
} from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { accessChannel, accessManagedChannel } from './channel.access.ts';
import { Channel } from './channel.entity.ts';
import { keepAttention, moveReadMarker, readBadges } from './channel.queries.ts';
import { channelView, untouched } from './channel.view.ts';
import { readTopicPlaces } from './topic.queries.ts';

/** Channels of notices and of questions are windows on those features: nobody chats in them. */
const noTalk = { allow: [], deny: ['message.send' as const] };
export const overrideOf = (kind: ChannelCreate['kind']): Override =>
  kind === 'chat'
    ? {}
    : { resident: noTalk, head: noTalk, official: noTalk, tech: noTalk, moderator: noTalk, admin: noTalk };

/** As a person looks for them: the neighbours first, then the whole commune. */
const nearness: GroupKind[] = ['residential', 'commune', 'internal', 'association', 'sector'];

@Injectable()
export class ChannelsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  /** All my groups with the channels that I may read: the left column. Empty for someone not admitted anywhere yet. */
  async listGroups(actor: Actor): Promise<GroupChannels[]> {
    const standing = await findStanding(this.em, actor);
    if (!standing) return [];
    const groups = await this.em.find(
      Group,
      { id: [...standing.memberships.keys()] },
      { orderBy: { number: 'asc', name: 'asc' } },
    );
    groups.sort((a, b) => nearness.indexOf(a.kind) - nearness.indexOf(b.kind));
    const channels = await this.em.find(
      Channel,
      { group: groups, parentId: null },
      { orderBy: { position: 'asc', createdAt: 'asc' } },
    );
    const badges = await readBadges(
      this.em,
      actor.personId,
      channels.map(({ id }) => id),
    );
    return groups.map((group) => ({
      group: groupView(group),
      permissions: [...permissionsIn(standing, group)],
      channels: channels
        .filter((channel) => channel.group.id === group.id)
        .map((channel) => ({ channel, permissions: permissionsIn(standing, group, channel.override) }))
        .filter(({ permissions }) => permissions.has('channel.read'))
        .map(({ channel, permissions }) => channelView(channel, permissions, badges.get(channel.id))),
    }));
  }

  /** The channels of a group that I manage, whether or not I belong to it. */
  async list(actor: Actor, groupId: string): Promise<ChannelView[]> {
    const { group, standing } = await accessGroup(this.em, actor, groupId, 'group.manage');
    const channels = await this.em.find(
      Channel,
      { group, parentId: null },
      { orderBy: { position: 'asc', createdAt: 'asc' } },
    );
    return this.#views(actor, standing, group, channels);
  }

  async get(actor: Actor, channelId: string): Promise<ChannelView> {
    const { channel, permissions } = await accessChannel(this.em, actor, channelId);
    const badges = await readBadges(this.em, actor.personId, [channelId]);
    const isTopic = channel.id !== channelId;
    const places = isTopic ? await readTopicPlaces(this.em, actor.personId, [channelId]) : null;
    const topic = places && { id: channelId, ...places.get(channelId)! };
    return channelView(channel, permissions, badges.get(channelId), topic);
  }

  /** Moves my read marker, and tells my other devices. */
  async markRead(actor: Actor, channelId: string, seq: number): Promise<ReadMarked> {
    await accessChannel(this.em, actor, channelId);
    await moveReadMarker(this.em, actor.personId, channelId, seq);
    const badges = await readBadges(this.em, actor.personId, [channelId]);
    const { readSeq, unread, mentions, version } = badges.get(channelId) ?? untouched;
    const marked = { channelId, readSeq, unread, mentions, version };
    this.events.publish(room.user(actor.personId), 'read.marked', marked);
    return marked;
  }

  /** Chooses how much of a channel may wake me, and tells my other devices. */
  async attend(actor: Actor, channelId: string, chosen: ChannelAttention): Promise<ChannelView> {
    const { channel } = await accessChannel(this.em, actor, channelId);
    await keepAttention(this.em, actor.personId, channel.id, chosen);
    const changed = { channelId: channel.id, ...chosen };
    this.events.publish(room.user(actor.personId), 'attention.changed', changed);
    return this.get(actor, channelId);
  }

  /** Adds a channel; the windows of the group's members learn of it through their rooms. */
  async create(actor: Actor, groupId: string, { kind, name }: ChannelCreate): Promise<ChannelView> {
    const { group, standing } = await accessGroup(this.em, actor, groupId, 'group.manage');
    const channel = this.#make(group, kind, name, await this.em.count(Channel, { group, parentId: null }));
    record(this.em, {
      communeId: standing.communeId,
      actorId: actor.personId,
      groupId,
      act: 'channel.created',
      subjectType: 'channel',
      subjectId: channel.id,
    });
    await this.em.flush();
    this.events.forget({ communeId: standing.communeId });
    this.events.publish(room.group(groupId), 'channel.created', { channelId: channel.id, groupId });
    return channelView(channel, permissionsIn(standing, group, channel.override));
  }

  /** Renames a channel, or changes how it is kept. */
  async update(actor: Actor, channelId: string, { name, settings }: ChannelUpdate): Promise<ChannelView> {
    const { channel, group, standing } = await accessManagedChannel(this.em, actor, channelId);
    const before = { name: channel.name, settings: channel.settings };
    this.em.assign(channel, { name, settings });
    record(this.em, {
      communeId: standing.communeId,
      actorId: actor.personId,
      groupId: group.id,
      act: 'channel.changed',
      subjectType: 'channel',
      subjectId: channel.id,
      data: { before, after: { name, settings } },
    });
    await this.em.flush();
    this.events.forget({ communeId: standing.communeId });
    this.events.publish(room.channel(channelId), 'channel.changed', { channelId, groupId: group.id });
    return (await this.#views(actor, standing, group, [channel]))[0]!;
  }

  /** Adds a group with a channel to talk in and one for its notices. */
  async createGroup(actor: Actor, given: z.output<typeof GroupCreate>): Promise<GroupView> {
    const { standing } = await accessCommune(this.em, actor, 'group.manage');
    if (await this.em.findOne(Group, { commune: standing.communeId, name: given.name }))
      throw new AppError('conflict');
    const commune = this.em.getReference(Commune, standing.communeId);
    const group = this.em.create(Group, { id: newId(), commune, ...given, createdAt: new Date() });
    this.em.persist(group);
    const chat = this.#make(group, 'chat', 'Trò chuyện', 0);
    this.#make(group, 'notices', 'Thông báo', 1);
    record(this.em, {
      communeId: standing.communeId,
      actorId: actor.personId,
      groupId: group.id,
      act: 'group.created',
      subjectType: 'group',
      subjectId: group.id,
      data: { kind: given.kind, name: given.name },
    });
    await this.em.flush();
    this.events.forget({ communeId: standing.communeId });
    // Nobody is in it yet: those who look after the commune hear its cases, requests and reach from now on.
    const { id: communeGroupId } = standing.communeGroup;
    for (const name of [room.cases, room.admit, room.measure])
      this.events.publish(name(communeGroupId), 'channel.created', { channelId: chat.id, groupId: group.id });
    return groupView(group);
  }

  /** As the actor sees them: what is said there, and that it is, only where they may read it. */
  async #views(actor: Actor, standing: Standing, group: Group, channels: Channel[]): Promise<ChannelView[]> {
    const seen = channels.map((channel) => ({
      channel,
      permissions: permissionsIn(standing, group, channel.override),
    }));
    const readable = seen.filter(({ permissions }) => permissions.has('channel.read'));
    const badges = await readBadges(
      this.em,
      actor.personId,
      readable.map(({ channel }) => channel.id),
    );
    return seen.map(({ channel, permissions }) => channelView(channel, permissions, badges.get(channel.id)));
  }

  #make(group: Group, kind: ChannelCreate['kind'], name: string, position: number): Channel {
    const channel = this.em.create(Channel, {
      id: newId(),
      group,
      kind,
      name,
      position,
      override: overrideOf(kind),
      createdAt: new Date(),
    });
    this.em.persist(channel);
    return channel;
  }
}
