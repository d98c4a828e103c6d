// One group as those see it who belong to it or look after it: its people, households and invitations.
import { createContext } from 'svelte';
import type { Hub } from '#lib/hub.svelte.ts';
import { Listing } from '#lib/listing.svelte.ts';
import type { ChannelView } from '#shared/channels.ts';
import type { HubEvent } from '#shared/events.ts';
import type { Permission } from '#shared/permissions.ts';
import type { GroupView, HouseholdView, InvitationView, MemberView } from '#shared/places.ts';

export class GroupState {
  readonly group: GroupView;
  readonly members: Listing<MemberView>;
  readonly households: Listing<HouseholdView>;
  readonly invitations: Listing<InvitationView>;
  /** Of a group that one manages without belonging to it; the hub knows those of one's own. */
  readonly managedChannels: Listing<ChannelView>;
  readonly #hub: Hub;

  constructor(group: GroupView, hub: Hub) {
    const input = { params: { groupId: group.id } };
    this.group = group;
    this.#hub = hub;
    this.members = new Listing(() => hub.call('member.list', input));
    this.households = new Listing(() => hub.call('household.list', input));
    this.managedChannels = new Listing(() => hub.call('channel.list', input));
    this.invitations = new Listing(() => hub.call('invitation.list', input));
  }

  /** Keeps what is shown true; gives back how to stop. */
  start(): () => void {
    const stops = [this.#hub.on((event) => this.#take(event)), this.#hub.onResync(() => this.#reload())];
    return () => stops.forEach((stop) => stop());
  }

  get channels() {
    return this.#hub.group(this.group.id)?.channels ?? [];
  }

  /** A channel was added or changed in this window. */
  channelChanged(name: 'channel.created' | 'channel.changed', channelId: string) {
    if (this.isMine) this.#hub.apply([name, { channelId, groupId: this.group.id }]);
    else void this.managedChannels.reload();
  }

  get isMine() {
    return this.#hub.group(this.group.id) !== undefined;
  }

  /** Who ask to be admitted here. */
  get requests() {
    return this.#hub.desk.requests.filter(({ group }) => group.id === this.group.id);
  }

  can(permission: Permission): boolean {
    const { permissions } = this.#hub.group(this.group.id) ?? {};
    if (permissions) return permissions.includes(permission);
    // Who manages the commune's groups may look after each of them, but not read or write there.
    const isKeeper = this.#hub.me.permissions.includes('group.manage');
    return isKeeper && this.#hub.me.permissions.includes(permission);
  }

  #take([name, payload]: HubEvent) {
    const isHere = name === 'member.decided' && payload.group.id === this.group.id;
    const isLess = name === 'member.left' && payload.groupId === this.group.id;
    if (isLess || name === 'person.changed' || (isHere && payload.status === 'active')) this.#reload();
  }

  #reload() {
    for (const list of [this.members, this.households, this.invitations, this.managedChannels])
      void list.reload();
  }
}

export const [getGroup, setGroup] = createContext<GroupState>();
