// Who is online: a person with a socket in any process. Told to those who have the group's people before them, when the first
// socket comes or the last one goes: what nobody looks at costs nobody's phone anything.
import type { RosterEntry } from '../channels/roster.ts';
import { personOf, room, type Events } from '../platform/events.ts';
import type { HubServer, HubSocket } from './socket-server.ts';

/** Comings and goings wait so long, so that a village that comes back at once is told of in few packets. */
const GATHER_MS = 500;

/** The ids of those of these rooms who are online, in any process. */
async function onlineIn(io: HubServer, rooms: string[]): Promise<Set<string>> {
  const sockets = await io.in(rooms).fetchSockets();
  return new Set(sockets.map(({ data }) => data.actor.personId));
}

/** From now on the socket hears who comes and goes in this group, and in no other; gives who is there. */
export async function watch(io: HubServer, socket: HubSocket, groupId: string | null): Promise<string[]> {
  for (const name of socket.rooms) if (name.startsWith(room.presence(''))) await socket.leave(name);
  if (!groupId) return [];
  await socket.join(room.presence(groupId));
  return [...(await onlineIn(io, [room.group(groupId)]))];
}

export class Presence {
  readonly #io: HubServer;
  readonly #events: Events;
  readonly #onTrouble: (error: unknown) => void;
  /** The groups of those who came or went, by their own room. */
  readonly #changed = new Map<string, string[]>();
  #timer: NodeJS.Timeout | undefined;

  constructor(io: HubServer, events: Events, onTrouble: (error: unknown) => void) {
    this.#io = io;
    this.#events = events;
    this.#onTrouble = onTrouble;
  }

  /** Tells soon whether the owner of a socket, which came or went, is there. */
  announce({ person }: RosterEntry): void {
    this.#changed.set(room.user(person.id), [...person.memberships.keys()]);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell().catch(this.#onTrouble);
    }, GATHER_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #tell(): Promise<void> {
    const changed = new Map(this.#changed);
    this.#changed.clear();
    const online = await onlineIn(this.#io, [...changed.keys()]);
    for (const [ownRoom, groupIds] of changed) {
      const personId = personOf(ownRoom);
      const told = { personId, isOnline: online.has(personId) };
      for (const groupId of groupIds) this.#events.publish(room.presence(groupId), 'presence.changed', told);
    }
  }
}
