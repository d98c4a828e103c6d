// Who is online: a person with a socket in any process. Told to the groups they belong to when the first comes or the last goes.
import { room, type Events } from '../platform/events.ts';
import type { HubServer, HubSocket } from './socket-server.ts';

/** The ids of those of a group who are online. */
export async function onlineIn(io: HubServer, groupId: string): Promise<string[]> {
  const sockets = await io.in(room.group(groupId)).fetchSockets();
  return [...new Set(sockets.map(({ data }) => data.actor.personId))];
}

/** Tells that the owner of this socket came or went, unless another of their sockets is there still. */
export async function announce(
  io: HubServer,
  events: Events,
  socket: HubSocket,
  isOnline: boolean,
): Promise<void> {
  const { actor } = socket.data;
  const groupRooms = [...socket.rooms].filter((name) => name.startsWith(room.group('')));
  const others = await io.in(room.user(actor.personId)).fetchSockets();
  if (others.some(({ id }) => id !== socket.id)) return;
  for (const name of groupRooms)
    events.publish(name, 'presence.changed', { personId: actor.personId, isOnline });
}
