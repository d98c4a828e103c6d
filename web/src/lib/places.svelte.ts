// The channels of the hub's person, group by group, and the topics: kept true by events, and asked for where those do not tell enough.
import type { Answer } from '../../../shared/api.ts';
import { applyToChannel, isBehind, isNoOlder } from '../../../shared/badge.ts';
import type { ChannelView, GroupChannels } from '../../../shared/channels.ts';
import type { HubEvent } from '../../../shared/events.ts';
import type { Me } from '../../../shared/identity.ts';
import type { RouteName } from '../../../shared/routes.ts';
import { ApiError, type CallArguments } from './api.ts';
import type { Connection } from './hub-socket.svelte.ts';
import { Refetches } from './refetches.ts';
import type { Snapshot } from './snapshot.ts';
import { Topics } from './topics.svelte.ts';

const REFETCH_MS = 300;
const REFETCH_AGAIN_MS = 3_000;

/** What the places need of the hub. */
interface Dweller {
  readonly me: Me;
  readonly blocked: ReadonlySet<string>;
  readonly connection: Connection;
  call<N extends RouteName>(name: N, ...args: CallArguments<N>): Promise<Answer<N>>;
}

export class Places {
  groups: GroupChannels[] = $state.raw([]);
  readonly topics = new Topics();
  readonly listed = $derived(this.groups.flatMap(({ channels }) => channels));
  readonly #hub: Dweller;
  readonly #refetches = new Refetches((channelId) => this.#fetchChannel(channelId));

  constructor(hub: Dweller) {
    this.#hub = hub;
  }

  adopt({ groups, topics }: Pick<Snapshot, 'groups' | 'topics'>) {
    this.groups = groups;
    for (const id of this.topics.adopt(topics)) this.#refetches.ask(id, REFETCH_MS);
  }

  stop() {
    this.#refetches.stop();
  }

  group(groupId: string): GroupChannels | undefined {
    return this.groups.find(({ group }) => group.id === groupId);
  }

  channel(channelId: string): ChannelView | undefined {
    return this.listed.find(({ id }) => id === channelId) ?? this.topics.find(channelId);
  }

  apply(event: HubEvent) {
    const [name, payload] = event;
    switch (name) {
      case 'message.created':
      case 'message.edited':
      case 'message.deleted':
      case 'message.removed':
      case 'message.reacted':
      case 'message.pinned':
      case 'message.changed':
      case 'channel.settled':
      case 'read.marked':
      case 'attention.changed': {
        const known = this.channel(payload.channelId);
        if (known ? isBehind(known, event) : this.topics.isAwaited(payload.channelId))
          this.#refetches.ask(payload.channelId, REFETCH_MS);
        const { me, blocked } = this.#hub;
        const change = (channel: ChannelView) => applyToChannel(channel, event, me.id, blocked);
        this.#changeChannel(payload.channelId, change);
        this.topics.change(change);
        break;
      }
      case 'person.changed': {
        const change = (channel: ChannelView) => applyToChannel(channel, event, this.#hub.me.id);
        for (const { id } of this.listed) this.#changeChannel(id, change);
        this.topics.change(change);
        break;
      }
      case 'topic.followed':
        this.topics.await(payload.channelId);
        this.#refetches.ask(payload.channelId, REFETCH_MS);
        break;
      case 'channel.created':
        if (!this.channel(payload.channelId)) this.#refetches.ask(payload.channelId, REFETCH_MS);
        break;
      case 'channel.changed':
        for (const { id } of [{ id: payload.channelId }, ...this.topics.under(payload.channelId)])
          this.#refetches.ask(id, REFETCH_MS);
        break;
    }
  }

  #changeChannel(channelId: string, change: (channel: ChannelView) => ChannelView) {
    this.groups = this.groups.map((group) =>
      group.channels.some(({ id }) => id === channelId)
        ? { ...group, channels: group.channels.map((one) => (one.id === channelId ? change(one) : one)) }
        : group,
    );
  }

  /** Asks for a channel anew until an answer knows all that was heard of it. */
  async #fetchChannel(channelId: string) {
    try {
      this.#putChannel(await this.#hub.call('channel.get', { params: { channelId } }));
    } catch (error) {
      // Offline: the next connection reads everything. Not found: this person may not read here any more.
      const isOver = error instanceof ApiError && error.code === 'not_found';
      if (isOver) this.topics.drop(channelId);
      if (!isOver && this.#hub.connection === 'online') this.#refetches.ask(channelId, REFETCH_AGAIN_MS);
    }
  }

  #putChannel(fresh: ChannelView) {
    const known = this.channel(fresh.id);
    if (known && !isNoOlder(fresh, known)) return this.#refetches.ask(fresh.id, REFETCH_MS);
    if (fresh.topic) return this.topics.put(fresh);
    if (known) return this.#changeChannel(fresh.id, () => fresh);
    this.groups = this.groups.map((group) =>
      group.group.id === fresh.groupId ? { ...group, channels: [...group.channels, fresh] } : group,
    );
  }
}
