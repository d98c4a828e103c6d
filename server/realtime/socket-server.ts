// The Socket.IO server: on the HTTP server's port, with Redis between processes where there is one.
import { createAdapter } from '@socket.io/redis-adapter';
import type { Redis } from 'ioredis';
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../shared/events.ts';
import type { FollowedTopic } from '../channels/topic.queries.ts';
import type { Actor } from '../identity/actor.ts';
import type { Remembered } from '../platform/events.ts';
import { isTrustedOrigin } from '../platform/origin.ts';
import { openLines } from './redis-lines.ts';

/** What a socket knows of its owner. */
export interface SocketData {
  actor: Actor;
  /** Settles when all that was said before has reached the writer. */
  turn?: Promise<unknown>;
  /** The topic that it has open. */
  topic?: FollowedTopic;
}

/** What processes tell each other. */
interface BetweenProcesses {
  forget: (what: Remembered) => void;
  /** One that could not speak can again: what it told meanwhile reached nobody. */
  returned: () => void;
}

export type HubServer = Server<ClientEvents, ServerEvents, BetweenProcesses, SocketData>;
export type HubSocket = Socket<ClientEvents, ServerEvents, BetweenProcesses, SocketData>;

/** Enough for the longest message with room to spare; what is larger ends the connection. */
const MAX_SIGNAL_BYTES = 64 * 1024;

export function createSocketServer(
  http: HttpServer,
  redis: Redis | null,
  publicOrigins: string[],
  onReturn: () => void,
): HubServer {
  const io: HubServer = new Server(http, {
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: MAX_SIGNAL_BYTES,
    perMessageDeflate: false, // frames are small: deflating them costs more than it saves
    httpCompression: false,
    serveClient: false,
    allowRequest: ({ headers }, decide) => decide(null, isTrustedOrigin(headers, publicOrigins)),
  });
  if (redis) {
    const lines = openLines(redis, onReturn);
    io.adapter(createAdapter(lines.publisher, lines.subscriber));
    io.engine.once('close', () => lines.close());
  }
  return io;
}

/** Lets go of the request that a connection began with, once it was looked at: it would stay as long as the connection. */
export function releaseHandshake({ conn, handshake }: HubSocket): void {
  (conn as { request: unknown }).request = null;
  handshake.headers = {};
}
