// Who is online: a person with a socket in any process. Told to the groups they belong to when the first comes or the last goes.
import { room, type Events } from '../platform/events.ts';
import type { HubServer, HubSocket } from './socket-server.ts';

/** Comings and goings wait so long, so that a village that comes back at once is told of in few packets. */
const GATHER_MS = 500;

/** The ids of those of a group who are online. */
export async function onlineIn(io: HubServer, groupId: string): Promise<string[]> {
  const sockets = await io.in(room.group(groupId)).fetchSockets();
  return [...new Set(sockets.map(({ data }) => data.actor.personId))];
}

export class Presence {
  readonly #io: HubServer;
  readonly #events: Events;
  /** What is to be told, by person: the last word stands. */
  readonly #changed = new Map<string, { groupRooms: string[]; isOnline: boolean }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(io: HubServer, events: Events) {
    this.#io = io;
    this.#events = events;
  }

  /** Tells soon that the owner of this socket came or went, unless another of their sockets is there still. */
  async announce({ id, data, rooms }: HubSocket, isOnline: boolean): Promise<void> {
    const { personId } = data.actor;
    const groupRooms = [...rooms].filter((name) => name.startsWith(room.group('')));
    const others = await this.#io.in(room.user(personId)).fetchSockets();
    if (others.some((other) => other.id !== id)) return;
    this.#changed.set(personId, { groupRooms, isOnline });
    this.#timer ??= setTimeout(() => this.#tell(), GATHER_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell(): void {
    this.#timer = undefined;
    for (const [personId, { groupRooms, isOnline }] of this.#changed)
      for (const name of groupRooms) this.#events.publish(name, 'presence.changed', { personId, isOnline });
    this.#changed.clear();
  }
}
