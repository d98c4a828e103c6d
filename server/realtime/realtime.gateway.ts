// Sockets at the door: who may connect, which rooms they hear, how their signals are answered; and the forwarder, which sends
// what was published to the rooms. Signals are bound when a socket connects, which keeps a connection small.
import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Redis } from 'ioredis';
import { clientSignals, type SignalName } from '../../shared/events.ts';
import { Person } from '../identity/person.entity.ts';
import { SessionsService } from '../identity/sessions.service.ts';
import { MessagesService } from '../messages/messages.service.ts';
import type { Config } from '../platform/config.ts';
import { parse } from '../platform/endpoint.ts';
import { ErrorFilter } from '../platform/error.filter.ts';
import { Events, personOf } from '../platform/events.ts';
import { Metrics } from '../platform/metrics.ts';
import { REDIS } from '../platform/redis.ts';
import { CONFIG } from '../platform/tokens.ts';
import { Presence } from './presence.ts';
import { roomsOf } from './rooms.ts';
import { tellSettled } from './settled.ts';
import { Signals, type Handlers } from './signals.ts';
import { dropSlowClients } from './slow-clients.ts';
import { createSocketServer, type HubServer, type HubSocket } from './socket-server.ts';

@Injectable()
export class RealtimeGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #io!: HubServer;
  #handlers!: Handlers;
  #presence!: Presence;
  #stopTelling!: () => void;

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly sessions: SessionsService,
    private readonly signals: Signals,
    private readonly errors: ErrorFilter,
    private readonly messages: MessagesService,
    private readonly metrics: Metrics,
    private readonly host: HttpAdapterHost,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(REDIS) private readonly redis: Redis | null,
  ) {}

  onApplicationBootstrap(): void {
    const io = createSocketServer(
      this.host.httpAdapter.getHttpServer(),
      this.redis,
      this.config.publicOrigins,
    );
    this.#io = io;
    this.#handlers = this.signals.handlers(io);
    io.use((socket, next) => {
      this.#admit(socket).then(
        () => next(),
        (error: unknown) => this.#refuse(socket, error, next),
      );
    });
    io.on('connection', (socket) => this.#welcome(socket));
    dropSlowClients(io, this.metrics);
    this.#presence = new Presence(io, this.events);
    this.#stopTelling = tellSettled(io, this.messages, (error) => this.#note(error));
    io.on('placeChanged', (personId) => this.events.placeChanged(personId));
    this.events.onPacket((room, packet) => {
      const isPlace = packet.some(([name]) => name === 'place.changed');
      // First: who hears of it and speaks at once must meet the new state in every process.
      if (isPlace) this.#forget(personOf(room));
      io.to(room).emit('events', packet);
      if (isPlace) this.#reseat(room);
      for (const [name, payload] of packet)
        if (name === 'channel.created') this.#reseat(`group:${payload.groupId}`);
    });
    this.events.onClose((room) => this.#cut(room));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopTelling();
    this.#io.disconnectSockets(true);
    await this.#io.close();
    this.#presence.stop();
  }

  /** How many sockets this process holds. */
  get connectionCount(): number {
    return this.#io.engine.clientsCount;
  }

  /** Lets a socket in whose cookie is a running session, and seats it before its connection is confirmed. */
  async #admit(socket: HubSocket): Promise<void> {
    const actor = await this.sessions.actorOf(socket.handshake.headers.cookie);
    if (!actor) throw this.errors.toAppError({ statusCode: 401 });
    const em = this.em.fork();
    const person = await em.findOneOrFail(Person, actor.personId);
    socket.data = { actor, name: person.name };
    await socket.join(await roomsOf(em, actor));
  }

  #welcome(socket: HubSocket): void {
    for (const name of Object.keys(clientSignals) as SignalName[]) {
      socket.on(name, (payload: unknown, acknowledge: unknown) => {
        void this.#answer(socket, name, payload).then((answer) => {
          if (typeof acknowledge === 'function') acknowledge(answer);
        });
      });
    }
    this.#announce(socket, true);
    socket.on('disconnecting', () => this.#announce(socket, false));
  }

  #announce(socket: HubSocket, isOnline: boolean): void {
    this.#presence.announce(socket, isOnline).catch((error: unknown) => this.#note(error));
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

  /** In this process at once, in the others where Redis tells them. */
  #cut(room: string): void {
    this.#io.local.in(room).disconnectSockets(true);
    this.#io.in(room).disconnectSockets(true);
  }

  /** Every signal is answered, the refused ones with the error body that HTTP would give. */
  async #answer(socket: HubSocket, name: SignalName, payload: unknown): Promise<unknown> {
    try {
      const given = parse(clientSignals[name].payload, payload);
      const handle = this.#handlers[name] as (socket: HubSocket, given: unknown) => Promise<unknown>;
      return { ok: await RequestContext.create(this.em, () => handle(socket, given)) };
    } catch (error) {
      return this.errors.toAppError(error).body;
    }
  }

  #forget(personId: string): void {
    this.events.placeChanged(personId);
    if (this.redis) this.#io.serverSideEmit('placeChanged', personId);
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
    for (const socket of sockets) {
      const wanted = new Set(await roomsOf(this.em.fork(), socket.data.actor));
      for (const name of socket.rooms) if (name !== socket.id && !wanted.has(name)) socket.leave(name);
      socket.join([...wanted]);
    }
  }
}
