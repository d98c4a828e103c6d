// A client that reads more slowly than its rooms talk: what waits for it is this process's memory. Past a bound it is cut; it
// comes back by itself and resumes by `sync`, which costs what it can take, not what it missed.
import { Counter } from 'prom-client';
import type { Metrics } from '../platform/metrics.ts';
import type { HubServer, HubSocket } from './socket-server.ts';

/**
 * What may wait for one client, in characters: more than the largest possible answer to `sync` (500 messages of 4,000
 * characters, each escaped), so that an answer alone never cuts whom it was for.
 */
export const MOST_WAITING = 8 * 1024 * 1024;

type Connection = HubSocket['conn'];

/** What was given to a connection and has not left this process. */
interface Waiting {
  /** Handed to the transport, which has not said that it is through with it. */
  leaving: number;
  /** Behind that, in the connection's own buffer. */
  behind: number;
}

export function dropSlowClients(io: HubServer, metrics: Metrics): void {
  const all = new Map<Connection, Waiting>();
  const dropped = new Counter({
    name: 'dinh_slow_clients_dropped_total',
    help: 'Connections cut because too much waited for them.',
    registers: [metrics.registry],
  });
  metrics.gauge('dinh_waiting_characters', 'What waits for clients to read it.', () => {
    let sum = 0;
    for (const { leaving, behind } of all.values()) sum += leaving + behind;
    return sum;
  });

  io.engine.on('connection', (connection: Connection) => {
    const waiting: Waiting = { leaving: 0, behind: 0 };
    all.set(connection, waiting);
    connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
      waiting.behind += data?.length ?? 0;
      if (waiting.leaving + waiting.behind <= MOST_WAITING || !all.delete(connection)) return;
      dropped.inc();
      drop(connection);
    });
    // Only a transport that is through with the last packets is given the next ones.
    connection.on('flush', () => {
      waiting.leaving = waiting.behind;
      waiting.behind = 0;
    });
    connection.once('close', () => all.delete(connection));
  });
}

/** Without a goodbye, which would have to wait behind the rest. */
function drop(connection: Connection): void {
  const { socket } = connection.transport as { socket?: { terminate(): void } };
  if (socket) socket.terminate();
  else connection.close(true);
}
