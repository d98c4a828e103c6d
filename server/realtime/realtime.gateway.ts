// Sockets at the door: who may connect, which rooms they hear, how their signals are answered; and the forwarder, which sends
// what was published to the rooms. Signals are bound when a socket connects, which keeps a connection small.
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Redis } from 'ioredis';
import { clientSignals, type SignalName } from '../../shared/events.ts';
import { Roster } from '../channels/roster.ts';
import { TopicsService } from '../channels/topics.service.ts';
import { SessionsService } from '../identity/sessions.service.ts';
import { MessagesService } from '../messages/messages.service.ts';
import type { AppError } from '../platform/app-error.ts';
import type { Config } from '../platform/config.ts';
import { parse } from '../platform/endpoint.ts';
import { ErrorFilter } from '../platform/error.filter.ts';
import { Events, personOf, room } from '../platform/events.ts';
import { Metrics } from '../platform/metrics.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { REDIS } from '../platform/redis.ts';
import { CONFIG } from '../platform/tokens.ts';
import { Presence } from './presence.ts';
import { changesOf, roomsOf } from './rooms.ts';
import { tellSettled } from './settled.ts';
import { Signals, type Handlers } from './signals.ts';
import { disconnectAll, dropSlowClients } from './slow-clients.ts';
import {
  createSocketServer,
  releaseHandshake,
  type HubServer,
  type HubSocket,
  type SocketData,
} from './socket-server.ts';

/** After a line between processes came back, until all that this process holds is looked at anew. */
const AGAIN_MS = 500;

@Injectable()
export class RealtimeGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #io!: HubServer;
  #handlers!: Handlers;
  #presence!: Presence;
  readonly #stops: (() => void)[] = [];
  #again: NodeJS.Timeout | undefined;

  constructor(
    private readonly events: Events,
    private readonly sessions: SessionsService,
    private readonly roster: Roster,
    private readonly topics: TopicsService,
    private readonly signals: Signals,
    private readonly errors: ErrorFilter,
    private readonly messages: MessagesService,
    private readonly metrics: Metrics,
    private readonly limits: RateLimits,
    private readonly host: HttpAdapterHost,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(REDIS) private readonly redis: Redis | null,
  ) {}

  onApplicationBootstrap(): void {
    const io = createSocketServer(
      this.host.httpAdapter.getHttpServer(),
      this.redis,
      this.config.publicOrigins,
      () => {
        io.serverSideEmit('returned');
        this.#lookAgain();
      },
    );
    this.#io = io;
    io.on('returned', () => this.#lookAgain());
    this.#handlers = this.signals.handlers(io, (socket) => this.#seat(socket));
    io.use((socket, next) => {
      this.#admit(socket).then(
        () => next(),
        (error: unknown) => this.#refuse(socket, error, next),
      );
    });
    io.on('connection', (socket) => this.#welcome(socket));
    const onTrouble = (error: unknown) => this.#note(error);
    this.#presence = new Presence(io, this.events, onTrouble);
    this.#stops.push(dropSlowClients(io, this.metrics), tellSettled(io, this.messages, onTrouble), () =>
      this.#presence.stop(),
    );
    io.on('forget', (what) => this.events.forget(what, false));
    this.events.onForget((what, isFromHere) => {
      if (isFromHere && this.redis) io.serverSideEmit('forget', what);
    });
    this.events.onPacket((room, packet) => {
      const isPlace = packet.some(([name]) => name === 'place.changed');
      io.to(room).emit('events', packet);
      if (isPlace) {
        this.#reseat(room);
        this.#announce(personOf(room));
      }
      for (const [name] of packet) {
        if (name === 'channel.created' || name === 'topic.followed') this.#reseat(room);
      }
    });
    this.events.onClose((room) => this.#cut(room));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.events.tellAll();
    clearTimeout(this.#again);
    for (const stop of this.#stops) stop();
    await disconnectAll(this.#io);
    await this.#io.close();
  }

  /** Who has a channel before them, on any device, in any process. */
  async watchersOf(channelId: string): Promise<Set<string>> {
    const sockets = await this.#io.in(room.watching(channelId)).fetchSockets();
    return new Set(sockets.map(({ data }) => data.actor.personId));
  }

  /** How many sockets this process holds. */
  get connectionCount(): number {
    return this.#io.engine.clientsCount;
  }

  /** Lets a socket in whose cookie is a running session, and seats it before its connection is confirmed. */
  async #admit(socket: HubSocket): Promise<void> {
    const actor = await this.sessions.actorOf(socket.handshake.headers.cookie);
    if (!actor) throw this.errors.toAppError({ statusCode: 401 });
    socket.data = { actor };
    await socket.join(await this.#roomsOf({ actor }));
  }

  #welcome(socket: HubSocket): void {
    releaseHandshake(socket);
    // One listener for all signals, which keeps a connection small.
    socket.onAny((name: string, payload: unknown, acknowledge: unknown) => {
      if (!Object.hasOwn(clientSignals, name)) return;
      void this.#answer(socket, name as SignalName, payload).then((answer) => {
        if (typeof acknowledge === 'function') acknowledge(answer);
      });
    });
    const { personId } = socket.data.actor;
    this.#announce(personId);
    socket.on('disconnect', () => this.#announce(personId));
    // Places that changed while the socket was let in: only from now on it is found where a room is seated anew.
    this.#seat(socket).catch((error: unknown) => {
      this.#note(error);
      socket.disconnect(true);
    });
  }

  #announce(personId: string): void {
    this.roster.find(personId).then(
      (entry) => entry && this.#presence.announce(entry),
      (error: unknown) => this.#note(error),
    );
  }

  /** A refusal is the last word to a client. Where we only cannot look, its line is cut, and it comes again by itself. */
  #refuse(socket: HubSocket, error: unknown, next: (error: Error) => void): void {
    const { code, status } = this.errors.toAppError(error);
    if (status >= 500) socket.conn.close();
    else next(Object.assign(new Error(), { message: code }));
  }

  /** For what nobody waits for: it is logged. */
  #note(error: unknown): void {
    this.errors.toAppError(error);
  }

  /** Processes could not tell each other what changed: nothing that is remembered holds, nor where this process's sockets sit. */
  #lookAgain(): void {
    this.events.forget('everything', false);
    // Both lines come back, and those of the others: once for all of them.
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      this.#seatAll().catch((error: unknown) => {
        this.#note(error);
        this.#io.local.disconnectSockets(true);
      });
    }, AGAIN_MS);
  }

  async #seatAll(): Promise<void> {
    const sockets = [...this.#io.sockets.sockets.values()];
    const running = await this.sessions.running(sockets.map(({ data }) => data.actor.sessionId));
    for (const socket of sockets) {
      if (running.has(socket.data.actor.sessionId)) await this.#seat(socket);
      else socket.disconnect(true);
    }
  }

  /** In this process at once, in the others where Redis tells them. */
  #cut(room: string): void {
    this.#io.local.in(room).disconnectSockets(true);
    this.#io.in(room).disconnectSockets(true);
  }

  /** Every signal is answered, the refused ones with the error body that HTTP would give. */
  async #answer(socket: HubSocket, name: SignalName, payload: unknown): Promise<unknown> {
    try {
      if (name !== 'message.send') await this.limits.take('signal', socket.data.actor.personId);
      const given = parse(clientSignals[name].payload, payload);
      const handle = this.#handlers[name] as (socket: HubSocket, given: unknown) => Promise<unknown>;
      return { ok: await handle(socket, given) };
    } catch (error) {
      return (await this.#refusalOf(socket, name, error)).body;
    }
  }

  /** Words have a limit of their own, which says how long to wait; those that are refused before it count as signals. */
  async #refusalOf(socket: HubSocket, name: SignalName, error: unknown): Promise<AppError> {
    const refusal = this.errors.toAppError(error);
    if (name !== 'message.send' || refusal.status >= 500) return refusal;
    return this.limits.take('signal', socket.data.actor.personId).then(
      () => refusal,
      (limited: unknown) => this.errors.toAppError(limited),
    );
  }

  /** Seats a room anew. Where that cannot be done now its sockets are cut: who comes back is seated by what holds then. */
  #reseat(room: string): void {
    this.#seatAnew(room).catch((error: unknown) => {
      this.#note(error);
      this.#cut(room);
    });
  }

  /** Joins and leaves rooms where memberships or channels changed, for every socket in a room, in all processes. */
  async #seatAnew(room: string): Promise<void> {
    const sockets = await this.#io.in(room).fetchSockets();
    await Promise.all(sockets.map((socket) => this.#seat(socket)));
  }

  async #roomsOf({ actor, topic }: SocketData): Promise<string[]> {
    const [entry, followed] = await Promise.all([
      this.roster.find(actor.personId),
      this.topics.followedBy(actor.personId),
    ]);
    return roomsOf(actor, entry, topic ? [...followed, topic] : followed);
  }

  async #seat(socket: Pick<HubSocket, 'id' | 'rooms' | 'data' | 'join' | 'leave'>): Promise<void> {
    const { joins, leaves } = changesOf(socket, await this.#roomsOf(socket.data));
    for (const name of leaves) void socket.leave(name);
    if (joins.length > 0) void socket.join(joins);
  }
}
