// What happened, on its way to those whom it concerns. The domain event is the wire event: see shared/events.ts.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { EventName, HubEvent, Payload } from '../../shared/events.ts';
import { Packets } from './packets.ts';

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
  readonly #packets = new Packets(
    (room, packet) => {
      for (const listener of this.#listeners) listener(room, packet);
    },
    (name) => name.startsWith(room.channel('')),
  );

  constructor(private readonly em: EntityManager) {}

  /**
   * Tells a room what happened. To be called after the commit: inside an open transaction it throws, so that no room hears of
   * what was rolled back. All that is published for a room until it is told leaves as one packet.
   */
  publish<N extends EventName>(room: string, name: N, payload: Payload<N>): void {
    if (this.em.getContext(false).isInTransaction())
      throw new Error(`${name} was published inside a transaction`);
    // Who hears of it and speaks at once must meet the new state, in every process.
    if (name === 'place.changed') this.forget({ personId: personOf(room) });
    this.#packets.add(room, [name, payload] as unknown as HubEvent);
  }

  /** Tells what still waits to be told: this process ends. */
  tellAll(): void {
    this.#packets.tellAll();
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
