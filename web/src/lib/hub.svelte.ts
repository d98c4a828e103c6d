// What the signed-in window knows of its person's places, kept true by events. Made in the app's layout, handed down by context.
import { createContext } from 'svelte';
import type { Answer } from '../../../shared/api.ts';
import { applyToChannel, isBehind, isNoOlder } from '../../../shared/badge.ts';
import type { ChannelView, GroupChannels } from '../../../shared/channels.ts';
import type { HubEvent, SignalName } from '../../../shared/events.ts';
import type { Me } from '../../../shared/identity.ts';
import type { MyNotice } from '../../../shared/notices.ts';
import type { NotificationView } from '../../../shared/notifications.ts';
import type { Permission } from '../../../shared/permissions.ts';
import type { RouteName } from '../../../shared/routes.ts';
import { countsAloud } from '../../../shared/waking.ts';
import { ApiError, call, type CallArguments } from './api.ts';
import { Desk } from './desk.svelte.ts';
import { HubSocket, type SignalAnswer, type SignalPayload } from './hub-socket.svelte.ts';
import { applyToNotices, applyToNotifications, putNotice } from './hub-lists.ts';
import { readAll } from './read-all.ts';
import { Refetches } from './refetches.ts';
import { saveSnapshot, type Beginning, type Snapshot } from './snapshot.ts';
import { Topics } from './topics.svelte.ts';

const CLOCK_MS = 15_000;
const REFETCH_MS = 300;
const REFETCH_AGAIN_MS = 3_000;

export class Hub {
  me: Me = $state.raw() as Me;
  groups: GroupChannels[] = $state.raw([]);
  notices: MyNotice[] = $state.raw([]);
  notifications: NotificationView[] = $state.raw([]);
  readonly topics = new Topics();
  readonly desk: Desk;

  readonly #socket: HubSocket;
  readonly #onSignedOut: () => void;
  readonly #listeners = new Set<(event: HubEvent) => void>();
  readonly #resyncers = new Set<() => void>();
  /** Moves on now and then: a mute ends by itself. */
  #now = $state.raw(new Date());
  readonly #listed = $derived(this.groups.flatMap(({ channels }) => channels));
  #refreshes = 0;
  /** Readings are numbered as they are begun: one that comes after a later one is late. */
  readonly #readings = { begun: 0, adopted: 0 };
  #meanwhile: HubEvent[] = [];
  readonly #refetches = new Refetches((channelId) => this.#fetchChannel(channelId));
  /** What the hub knows is only what this device had kept. */
  isKept = $state(false);
  /** Settled when what the hub began with was read anew, or could not be. */
  readonly fresh: Promise<unknown>;

  constructor({ start, fresh }: Beginning, onSignedOut: () => void) {
    this.#adopt(start);
    this.#onSignedOut = onSignedOut;
    this.desk = new Desk(this);
    this.#socket = new HubSocket({
      online: () => void this.#resync(),
      events: (packet) => packet.forEach((event) => this.apply(event)),
      dropped: () => void this.call('me.get').catch(() => undefined),
      signedOut: onSignedOut,
    });
    this.isKept = fresh !== null;
    this.fresh = fresh ? this.refresh(fresh).catch(() => undefined) : Promise.resolve();
  }

  /** Connects; gives back how to disconnect. */
  start(): () => void {
    const stop = this.#socket.start();
    const clock = setInterval(() => (this.#now = new Date()), CLOCK_MS);
    void this.desk.refresh().catch(() => undefined);
    return () => {
      stop();
      clearInterval(clock);
      this.#refetches.stop();
    };
  }

  get connection() {
    return this.#socket.connection;
  }
  /** Offline for longer than a blink: time to say so. */
  get isAway() {
    return this.#socket.isAway;
  }
  get socket() {
    return this.#socket.socket;
  }

  /** Of the channels that may disturb this person, and of the topics that they follow. */
  unread = $derived(
    [...this.#listed, ...this.topics.followed].reduce((sum, channel) => sum + this.aloud(channel), 0),
  );
  unseenNotices = $derived(
    this.notices.filter((one) => one.receipt === 'none' && !one.withdrawnAt && this.concerns(one)).length,
  );
  unreadNotifications = $derived(this.notifications.filter(({ readAt }) => !readAt).length);
  /** Everything that waits for this person, for the title and the icon of the app. */
  waiting = $derived(this.unread + this.unseenNotices + this.unreadNotifications);

  /** How much of what is unread in a channel may show itself by a number. */
  aloud(channel: ChannelView): number {
    return countsAloud(channel, this.#now);
  }
  /** Whose everyday words this person does not want to see. */
  blocked: ReadonlySet<string> = $derived(new Set(this.me.blocked.map(({ id }) => id)));

  /** Whether any group has let this person in. */
  isAdmitted = $derived(this.me.memberships.some(({ status }) => status === 'active'));

  /** Whether the person may do this commune-wide or in some group of theirs. */
  can(permission: Permission): boolean {
    return (
      this.me.permissions.includes(permission) ||
      this.me.memberships.some((one) => one.status === 'active' && one.permissions.includes(permission))
    );
  }

  canIn(groupId: string, permission: Permission): boolean {
    return this.group(groupId)?.permissions.includes(permission) ?? false;
  }

  /** Whether a notice is to this person, who may also see others whose reach they watch. */
  concerns({ groups }: Pick<MyNotice, 'groups'>): boolean {
    return groups.some(({ id }) => this.group(id));
  }

  group(groupId: string): GroupChannels | undefined {
    return this.groups.find(({ group }) => group.id === groupId);
  }

  channel(channelId: string): ChannelView | undefined {
    return this.#listed.find(({ id }) => id === channelId) ?? this.topics.find(channelId);
  }

  /** As `call` of api.ts; one who is no longer signed in is led to sign-in. */
  async call<N extends RouteName>(name: N, ...args: CallArguments<N>): Promise<Answer<N>> {
    return this.#guard(call(name, ...args));
  }

  /** Sends over the socket; settles with the acknowledgement, or throws ApiError ('offline' after 8 s of silence). */
  async signal<N extends SignalName>(name: N, payload: SignalPayload<N>): Promise<SignalAnswer<N>> {
    return this.#guard(this.#socket.signal(name, payload));
  }

  /** Every event, after the hub's own lists took it in. Give the result to $effect or onDestroy. */
  on(listener: (event: HubEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The connection stands again and the hub's lists are fresh: time for a page to catch up on its own. */
  onResync(resync: () => void): () => void {
    this.#resyncers.add(resync);
    return () => this.#resyncers.delete(resync);
  }

  /** Takes in an event: from the socket, or for the answer of a call, which the socket may repeat without harm. */
  apply(event: HubEvent) {
    if (this.#refreshes > 0) this.#meanwhile.push(event);
    if (event[0] === 'place.changed') void this.refresh().catch(() => undefined);
    this.#keepTrue(event);
    for (const listener of this.#listeners) listener(event);
  }

  /** Puts a notice as this person sees it, for example the answer of `notice.publish`. */
  putNotice(notice: MyNotice) {
    this.notices = putNotice(this.notices, notice);
  }

  /** Reads everything anew, or takes in what is being read. */
  async refresh(reading = readAll()): Promise<void> {
    this.#refreshes += 1;
    const turn = ++this.#readings.begun;
    try {
      const read = await this.#guard(reading);
      if (turn < this.#readings.adopted) return;
      this.#readings.adopted = turn;
      this.#adopt(read);
      this.isKept = false;
      await this.desk.refresh().catch(() => undefined);
      // What came meanwhile may be newer than what was read; taking it in twice is harmless.
      for (const event of this.#meanwhile) this.#keepTrue(event);
    } finally {
      this.#refreshes -= 1;
      if (this.#refreshes === 0) this.#meanwhile = [];
    }
  }

  async #guard<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'unauthenticated') this.#onSignedOut();
      throw error;
    }
  }

  #adopt(start: Snapshot) {
    this.me = start.me;
    this.groups = start.groups;
    for (const id of this.topics.adopt(start.topics)) this.#refetches.ask(id, REFETCH_MS);
    this.notices = start.notices;
    this.notifications = start.notifications;
    saveSnapshot(start);
  }

  async #resync() {
    const query = { since: this.me.asOf };
    try {
      await this.refresh();
      for (const one of await this.call('person.changes', { query })) this.apply(['person.changed', one]);
    } catch {
      return; // The connection went again, and the next one resyncs; or sign-in is on its way.
    }
    for (const resync of this.#resyncers) resync();
  }

  #keepTrue(event: HubEvent) {
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
        const change = (channel: ChannelView) => applyToChannel(channel, event, this.me.id, this.blocked);
        this.#changeChannel(payload.channelId, change);
        this.topics.change(change);
        break;
      }
      case 'person.changed': {
        const change = (channel: ChannelView) => applyToChannel(channel, event, this.me.id);
        for (const { id } of this.#listed) this.#changeChannel(id, change);
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
      case 'notice.published':
      case 'notice.withdrawn':
      case 'receipt.given':
        this.notices = applyToNotices(this.notices, event, this.me, this.groups);
        break;
      case 'notification.created':
      case 'notification.read':
        this.notifications = applyToNotifications(this.notifications, event);
        break;
      default:
        this.desk.apply(event);
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
      this.#putChannel(await this.call('channel.get', { params: { channelId } }));
    } catch (error) {
      // Offline: the next connection reads everything. Not found: this person may not read here any more.
      const isOver = error instanceof ApiError && error.code === 'not_found';
      if (isOver) this.topics.drop(channelId);
      if (!isOver && this.connection === 'online') this.#refetches.ask(channelId, REFETCH_AGAIN_MS);
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

export const [getHub, setHub] = createContext<Hub>();
