// The last word of a channel can be lost on the way to those who listen: the process that stored it ended before it told, or the
// answer of PostgreSQL or the packet in Redis was lost. The next word would show the hole, but after the last there is none. So
// once a channel has fallen quiet, each process tells its own sockets how far it has come: who has not heard so far asks.
import type { MessagesService } from '../messages/messages.service.ts';
import { room } from '../platform/events.ts';
import type { HubServer } from './socket-server.ts';

const LOOK_EVERY_MS = 5_000;

interface Known {
  version: number;
  isTold: boolean;
}

/** Begins, and gives back how to stop. */
export function tellSettled(
  io: HubServer,
  messages: MessagesService,
  onTrouble: (error: unknown) => void,
): () => void {
  const channels = new Map<string, Known>();
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look(io, messages, channels)
      .catch(onTrouble)
      .finally(() => (isLooking = false));
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

async function look(io: HubServer, messages: MessagesService, channels: Map<string, Known>): Promise<void> {
  const prefix = room.channel('');
  const rooms = [...io.of('/').adapter.rooms.keys()].filter((name) => name.startsWith(prefix));
  const listening = new Set(rooms.map((name) => name.slice(prefix.length)));
  for (const id of channels.keys()) if (!listening.has(id)) channels.delete(id);
  if (listening.size === 0) return;
  for (const { id, version } of await messages.versions([...listening])) {
    const known = channels.get(id);
    if (known?.version !== version) channels.set(id, { version, isTold: version === 0 });
    else if (!known.isTold) {
      known.isTold = true;
      io.local.to(room.channel(id)).emit('events', [['channel.settled', { channelId: id, version }]]);
    }
  }
}
