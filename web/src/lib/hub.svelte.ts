// What the signed-in window knows of its person's places, kept true by events. Made in the app's layout, handed down by context.
import { createContext } from 'svelte';
import type { Answer } from '../../../shared/api.ts';
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
import { Insistence } from './insistence.ts';
import { Places } from './places.svelte.ts';
import { readAll } from './read-all.ts';
import { Readings } from './readings.ts';
import { saveSnapshot, type Beginning, type Snapshot } from './snapshot.ts';

const CLOCK_MS = 15_000;

export class Hub {
  me: Me = $state.raw() as Me;
  notices: MyNotice[] = $state.raw([]);
  notifications: NotificationView[] = $state.raw([]);
  readonly desk: Desk;

  readonly #socket: HubSocket;
  readonly #onSignedOut: () => void;
  #isLeaving = false;
  /** Up to here it was asked what others changed of themselves: what is kept on this device is as old. */
  #since = '';
  readonly #listeners = new Set<(event: HubEvent) => void>();
  readonly #resyncers = new Set<() => void>();
  /** Moves on now and then: a mute ends by itself. */
  #now = $state.raw(new Date());
  readonly #places = new Places(this);
  readonly #readings = new Readings({
    adopt: async (read) => {
      this.#adopt(read);
      this.isKept = false;
      await this.desk.refresh();
    },
    keepTrue: (event) => this.#keepTrue(event),
  });
  /** How many of what has to succeed have failed for a while. */
  #late = $state(0);
  readonly #resync = this.insistOn(() => this.#catchUp());
  /** What the hub knows is only what this device had kept. */
  isKept = $state(false);
  /** Settled when what the hub began with was read anew, or could not be. */
  readonly fresh: Promise<unknown>;

  constructor({ start, fresh }: Beginning, onSignedOut: () => void) {
    this.#adopt(start);
    this.#onSignedOut = onSignedOut;
    this.desk = new Desk(this);
    this.#socket = new HubSocket({
      online: () => void this.#resync.begin(),
      events: (packet) => packet.forEach((event) => this.apply(event)),
      dropped: () => void this.call('me.get').catch(() => undefined),
      signedOut: () => this.#signedOut(),
    });
    this.isKept = fresh !== null;
    this.fresh = fresh ? this.refresh(fresh).catch(() => undefined) : Promise.resolve();
  }

  /** Connects; gives back how to disconnect. */
  start(): () => void {
    const stop = this.#socket.start();
    const clock = setInterval(() => (this.#now = new Date()), CLOCK_MS);
    void this.desk.refresh();
    return () => {
      stop();
      clearInterval(clock);
      this.#places.stop();
      this.#resync.stop();
      this.#readings.end();
    };
  }

  get groups() {
    return this.#places.groups;
  }
  get topics() {
    return this.#places.topics;
  }
  get connection() {
    return this.#socket.connection;
  }
  /** What has kept this window from the hub for longer than a blink: time to say so. */
  get trouble(): 'network' | 'server' | null {
    if (this.#socket.isAway) return 'network';
    return this.#late > 0 ? 'server' : null;
  }
  get socket() {
    return this.#socket.socket;
  }

  /** Of the channels that may disturb this person, and of the topics that they follow. */
  unread = $derived(
    [...this.#places.listed, ...this.topics.followed].reduce((sum, channel) => sum + this.aloud(channel), 0),
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
    return this.#places.group(groupId);
  }

  channel(channelId: string): ChannelView | undefined {
    return this.#places.channel(channelId);
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

  /** For what has to succeed while the connection stands. The next one has to begin it anew. */
  insistOn(act: () => Promise<unknown>): Insistence {
    return new Insistence(act, {
      mayGoOn: () => this.connection === 'online' && !this.#readings.isOver,
      tellLate: (isLate) => (this.#late += isLate ? 1 : -1),
    });
  }

  /** Takes in an event: from the socket, or for the answer of a call, which the socket may repeat without harm. */
  apply(event: HubEvent) {
    if (this.#readings.isOver) return;
    this.#readings.heard(event);
    // Also to what stands open: it may be closed to them now.
    if (event[0] === 'place.changed') void this.#resync.begin();
    this.#keepTrue(event);
    for (const listener of this.#listeners) listener(event);
  }

  /** Puts a notice as this person sees it, for example the answer of `notice.publish`. */
  putNotice(notice: MyNotice) {
    this.notices = putNotice(this.notices, notice);
  }

  /** Reads everything anew, or takes in what is being read. */
  async refresh(reading = readAll()): Promise<void> {
    await this.#readings.take(this.#guard(reading));
  }

  /** Ends the session, or the account, from here. Whoever leaves goes where they want to: that end leads nobody to sign-in. */
  async leave(end: () => Promise<unknown>): Promise<void> {
    this.#isLeaving = true;
    try {
      await end();
    } catch (error) {
      this.#isLeaving = false;
      throw error;
    }
    this.#readings.end();
  }

  /** The session has ended: what still comes is nobody's any more. */
  #signedOut() {
    if (this.#isLeaving) return;
    this.#readings.end();
    this.#onSignedOut();
  }

  async #guard<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'unauthenticated') this.#signedOut();
      throw error;
    }
  }

  #adopt(start: Snapshot) {
    // Somebody else signed in on this device, in another window.
    if (this.me && this.me.id !== start.me.id) return this.#signedOut();
    this.#since ||= start.me.asOf;
    this.me = start.me;
    this.#places.adopt(start);
    this.notices = start.notices;
    this.notifications = start.notifications;
    saveSnapshot(start);
  }

  async #catchUp(): Promise<void> {
    // The next attempt asks for the same again: nothing is taken in without what others changed of themselves.
    const changes = this.call('person.changes', { query: { since: this.#since } });
    await this.refresh(Promise.all([readAll(), changes]).then(([read]) => read));
    for (const one of await changes) this.apply(['person.changed', one]);
    this.#since = this.me.asOf;
    for (const resync of this.#resyncers) resync();
  }

  #keepTrue(event: HubEvent) {
    this.#places.apply(event);
    switch (event[0]) {
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
}

export const [getHub, setHub] = createContext<Hub>();
