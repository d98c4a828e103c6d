// What happened, on its way to those whom it concerns. The domain event is the wire event: see shared/events.ts.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { EventName, HubEvent, Payload } from '../../shared/events.ts';
import { Rest } from './rest.ts';

type PacketListener = (room: string, packet: HubEvent[]) => void;
type RoomListener = (room: string) => void;
/**
 * What processes remember: a person's places, a commune's groups and channels, whose a session is (by its token's hash). `everything`:
 * word of changes may have been lost.
 */
export type Remembered = { personId: string } | { communeId: string } | { tokenHash: string } | 'everything';
type ForgetListener = (what: Remembered, isFromHere: boolean) => void;

@Injectable()
export class Events {
  readonly #listeners = new Set<PacketListener>();
  readonly #closers = new Set<RoomListener>();
  readonly #forgetters = new Set<ForgetListener>();
  #waiting = new Map<string, HubEvent[]>();
  #count = 0;
  /**
   * Between one telling and the next: what is said meanwhile goes along. Where a thousand listen and many speak, each write to a socket
   * carries more, and those who speak are answered sooner.
   */
  readonly #rest = new Rest();

  constructor(private readonly em: EntityManager) {}

  /**
   * Tells a room what happened. To be called after the commit: inside an open transaction it throws, so that no room hears of
   * what was rolled back. All that is published for a room until the next telling leaves as one packet.
   */
  publish<N extends EventName>(room: string, name: N, payload: Payload<N>): void {
    if (this.em.getContext(false).isInTransaction())
      throw new Error(`${name} was published inside a transaction`);
    // Who hears of it and speaks at once must meet the new state, in every process.
    if (name === 'place.changed') this.forget({ personId: personOf(room) });
    const isFirst = this.#waiting.size === 0;
    const packet = this.#waiting.get(room);
    const event = [name, payload] as unknown as HubEvent;
    if (packet) packet.push(event);
    else this.#waiting.set(room, [event]);
    this.#count += 1;
    if (isFirst) this.#sendSoon();
  }

  /** Hears every packet that this process sends. */
  onPacket(listener: PacketListener): void {
    this.#listeners.add(listener);
  }

  /** Cuts every socket in a room, in all processes: a session has ended. */
  close(room: string): void {
    for (const closer of this.#closers) closer(room);
  }

  onClose(listener: RoomListener): void {
    this.#closers.add(listener);
  }

  /** What is remembered of this no longer holds, in any process. To be called after the commit and before anyone is told. */
  forget(what: Remembered, isFromHere = true): void {
    for (const listener of this.#forgetters) listener(what, isFromHere);
  }

  /** Hears what no longer holds, because of this process or of another one. */
  onForget(listener: ForgetListener): void {
    this.#forgetters.add(listener);
  }

  #sendSoon(): void {
    const restMs = this.#rest.leftMs(this.#count / this.#waiting.size);
    if (restMs > 0) setTimeout(() => this.#sendSoon(), restMs);
    else setImmediate(() => this.#send());
  }

  #send(): void {
    const packets = this.#waiting;
    this.#waiting = new Map();
    this.#count = 0;
    this.#rest.after(() => {
      for (const [room, packet] of packets) for (const listener of this.#listeners) listener(room, packet);
    });
  }
}

/** The names of the rooms that events go to. */
export const room = {
  user: (personId: string) => `user:${personId}`,
  session: (sessionId: string) => `session:${sessionId}`,
  group: (groupId: string) => `group:${groupId}`,
  /** Those who have the group's people before them. */
  presence: (groupId: string) => `presence:${groupId}`,
  /** Those who have the channel before them. */
  watching: (channelId: string) => `watching:${channelId}`,
  channel: (channelId: string) => `channel:${channelId}`,
  /** Those who may see the reach of notices to this group. */
  measure: (groupId: string) => `measure:${groupId}`,
  /** Those who decide cases of this group. */
  cases: (groupId: string) => `cases:${groupId}`,
  /** Those who admit people to this group. */
  admit: (groupId: string) => `admit:${groupId}`,
  /** Those who answer questions of a commune, named by its own group. */
  desk: (communeGroupId: string) => `desk:${communeGroupId}`,
};

/** Whose room of their own it is. */
export const personOf = (userRoom: string) => userRoom.slice(room.user('').length);
