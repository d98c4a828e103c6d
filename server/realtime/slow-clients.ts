// A client that reads more slowly than its rooms talk: what waits for it is this process's memory. Past a bound it is cut; it
// comes back by itself and resumes by `sync`, which costs what it can take, not what it missed. Looked at now and then, because
// a listener for each packet would make every delivery dearer.
import { setTimeout as delay } from 'node:timers/promises';
import { Counter } from 'prom-client';
import type { Metrics } from '../platform/metrics.ts';
import type { HubServer } from './socket-server.ts';

/**
 * What may wait for one client, in characters: more than the largest possible answer to `sync` (500 messages of 4,000
 * characters, each escaped), so that an answer alone never cuts whom it was for.
 */
export const MOST_WAITING = 8 * 1024 * 1024;
const LOOK_EVERY_MS = 1_000;
/** A phone in a dead spot answers no goodbye; the WebSocket itself would wait 30 seconds for it. */
const GOODBYE_MS = 1_000;

/** A WebSocket of `ws`. */
interface Wire {
  readyState: number;
  bufferedAmount: number;
  terminate(): void;
}
const CLOSED = 3;

/** Of the engine's connection, what tells how much waits; polling has no wire. */
interface Connection {
  writeBuffer: { data?: string | Buffer }[];
  transport: { socket?: Wire };
  close(discard: boolean): void;
}

/** Begins, and gives back how to stop. */
export function dropSlowClients(io: HubServer, metrics: Metrics): () => void {
  const dropped = new Counter({
    name: 'dinh_slow_clients_dropped_total',
    help: 'Connections cut because too much waited for them.',
    registers: [metrics.registry],
  });
  metrics.gauge('dinh_waiting_characters', 'What waits for clients to read it.', () =>
    connectionsOf(io).reduce((sum, connection) => sum + waiting(connection), 0),
  );
  const timer = setInterval(() => {
    for (const connection of connectionsOf(io)) {
      if (waiting(connection) <= MOST_WAITING) continue;
      dropped.inc();
      drop(connection);
    }
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Says goodbye to all of this process's clients; whoever does not answer within a moment is not waited for. */
export async function disconnectAll(io: HubServer): Promise<void> {
  // Afterwards the engine no longer knows those whose WebSocket still waits for an answer.
  const wires = connectionsOf(io).flatMap(({ transport }) => transport.socket ?? []);
  io.local.disconnectSockets(true);
  const isOpen = (wire: Wire) => wire.readyState !== CLOSED;
  for (const end = Date.now() + GOODBYE_MS; wires.some(isOpen) && Date.now() < end;) await delay(20);
  for (const wire of wires.filter(isOpen)) wire.terminate();
}

const connectionsOf = (io: HubServer) =>
  Object.values((io.engine as unknown as { clients: Record<string, Connection> }).clients);

/** What was given to a connection and has not left this process: in its own buffer, and behind that in its transport's. */
function waiting({ writeBuffer, transport }: Connection): number {
  let sum = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) sum += data?.length ?? 0;
  return sum;
}

/** Without a goodbye, which would have to wait behind the rest. */
function drop(connection: Connection): void {
  const { socket } = connection.transport;
  if (socket) socket.terminate();
  else connection.close(true);
}
