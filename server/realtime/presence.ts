// Who is online: a person with a socket in any process. Told to those who have the group's people before them, when the first
// socket comes or the last one goes: what nobody looks at costs nobody's phone anything.
import type { Roster, RosterEntry } from '../channels/roster.ts';
import { room, type Events } from '../platform/events.ts';
import type { HubServer, HubSocket } from './socket-server.ts';

/** Comings and goings wait so long, so that a village that comes back at once is told of in few packets. */
const GATHER_MS = 500;

/** The ids of those of these rooms who are online, in any process. */
async function onlineIn(io: HubServer, rooms: string[]): Promise<Set<string>> {
  const sockets = await io.in(rooms).fetchSockets();
  return new Set(sockets.map(({ data }) => data.actor.personId));
}

/** From now on the socket hears who comes and goes in this group, and in no other; gives who is there and shows it. */
export async function watch(
  io: HubServer,
  roster: Roster,
  socket: HubSocket,
  groupId: string | null,
): Promise<string[]> {
  for (const name of socket.rooms) if (name.startsWith(room.presence(''))) await socket.leave(name);
  if (!groupId) return [];
  await socket.join(room.presence(groupId));
  const ids = [...(await onlineIn(io, [room.group(groupId)]))];
  const entries = await Promise.all(ids.map((id) => roster.find(id)));
  return ids.filter((_, index) => entries[index]?.person.showsPresence);
}

export class Presence {
  readonly #io: HubServer;
  readonly #events: Events;
  readonly #onTrouble: (error: unknown) => void;
  /** Those who came or went, or show themselves or no longer do. */
  readonly #changed = new Map<string, RosterEntry['person']>();
  #timer: NodeJS.Timeout | undefined;

  constructor(io: HubServer, events: Events, onTrouble: (error: unknown) => void) {
    this.#io = io;
    this.#events = events;
    this.#onTrouble = onTrouble;
  }

  /** Tells soon whether a person is there: a socket of theirs came or went, or they chose to show it or not. */
  announce({ person }: RosterEntry): void {
    this.#changed.set(person.id, person);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell().catch(this.#onTrouble);
    }, GATHER_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #tell(): Promise<void> {
    const changed = [...this.#changed.values()];
    this.#changed.clear();
    const online = await onlineIn(
      this.#io,
      changed.map(({ id }) => room.user(id)),
    );
    for (const { id, showsPresence, memberships } of changed) {
      const told = { personId: id, isOnline: showsPresence && online.has(id) };
      for (const groupId of memberships.keys())
        this.#events.publish(room.presence(groupId), 'presence.changed', told);
    }
  }
}
