// A person in a test: calls the API as the contract says, parses every answer with it, and hears sockets.
import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { api, type Answer, type Call } from '../../shared/api.ts';
import type { ErrorBody, ErrorCode } from '../../shared/errors.ts';
import {
  clientSignals,
  serverEvents,
  type Ack,
  type ClientEvents,
  type EventName,
  type HubEvent,
  type Payload,
  type ServerEvents,
  type SignalName,
} from '../../shared/events.ts';
import { routes, type RouteName } from '../../shared/routes.ts';
import { REST_MS } from '../../server/platform/packets.ts';

type SignalAnswer<N extends SignalName> = z.output<(typeof clientSignals)[N]['answer']>;
interface Given {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The part of a WebSocket of `ws` that only Node's clients have. */
interface Line {
  pause(): void;
  resume(): void;
}

/** How long a condition is awaited before the test fails, unless it says otherwise. */
const PATIENCE_MS = 20_000;

export class Actor {
  readonly id: string;
  readonly name: string;
  /** Every event heard since `connect()`, in order. */
  readonly heard: HubEvent[] = [];
  /** How many packets brought them. */
  packets = 0;
  #socket: Socket<ServerEvents, ClientEvents> | null = null;

  constructor(
    readonly url: string,
    public cookie: string | null,
    { id, name }: { id: string; name: string },
  ) {
    this.id = id;
    this.name = name;
  }

  /** A request as the contract has it, unparsed; for tests of the door itself. */
  async request(name: RouteName, given: Given = {}, headers: Record<string, string> = {}): Promise<Response> {
    const [method, path] = routes[name].split(' ') as [string, string];
    const filled = path.replace(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent(String(given.params?.[key])),
    );
    const query = given.query ? `?${new URLSearchParams(given.query as Record<string, string>)}` : '';
    return fetch(this.url + filled + query, {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(given.body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    });
  }

  /** Calls an endpoint and gives its answer, parsed. A session that it sets is kept. Throws where it is refused. */
  async call<N extends RouteName>(
    name: N,
    ...[given]: keyof Call<N> extends never ? [] : [Call<N>]
  ): Promise<Answer<N>> {
    const response = await this.request(name, given as Given | undefined);
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} was refused: ${response.status} ${text}`);
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0]!;
    return api[name].response.parse(JSON.parse(text)) as Answer<N>;
  }

  /** Calls an endpoint that must refuse, and gives the error's code. */
  async refusal<N extends RouteName>(
    name: N,
    ...[given]: keyof Call<N> extends never ? [] : [Call<N>]
  ): Promise<ErrorCode> {
    const response = await this.request(name, given as Given | undefined);
    if (response.ok) throw new Error(`${name} was not refused: ${await response.text()}`);
    const { error } = (await response.json()) as ErrorBody;
    return error.code;
  }

  /** Opens a socket; events are heard once this resolves. */
  async connect(): Promise<this> {
    const socket: Socket<ServerEvents, ClientEvents> = io(this.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(this.cookie && { extraHeaders: { cookie: this.cookie } }),
    });
    this.#socket = socket;
    socket.on('events', (packet) => {
      this.packets += 1;
      for (const [name, payload] of packet) {
        this.heard.push([name, serverEvents[name].payload.parse(payload)] as HubEvent);
      }
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return this;
  }

  disconnect(): void {
    this.#socket?.disconnect();
    this.#socket = null;
  }

  /** Stops taking what comes over the socket, as a phone in a tunnel does: the connection stands, and nothing is read. */
  stall(): void {
    this.#line().pause();
  }

  /** Reads on. */
  read(): void {
    this.#line().resume();
  }

  #line(): Line {
    const { transport } = this.#socket!.io.engine as unknown as { transport: { ws: Line } };
    return transport.ws;
  }

  get isConnected(): boolean {
    return this.#socket?.connected ?? false;
  }

  /** Sends a signal and gives its acknowledgement, unparsed where it is an error. */
  async signal<N extends SignalName>(
    name: N,
    payload: z.input<(typeof clientSignals)[N]['payload']>,
  ): Promise<Ack<SignalAnswer<N>>> {
    const answer = (await this.#socket!.timeout(PATIENCE_MS).emitWithAck(
      name,
      ...([payload] as never),
    )) as Ack<unknown>;
    return 'ok' in answer ? { ok: clientSignals[name].answer.parse(answer.ok) as SignalAnswer<N> } : answer;
  }

  /** The first event of this name, heard already or still to come, that fits. */
  async hears<N extends EventName>(
    name: N,
    fits: (payload: Payload<N>) => boolean = () => true,
  ): Promise<Payload<N>> {
    return until(`${this.name} hears ${name}`, () => this.all(name).find(fits));
  }

  /** All payloads heard under this name. */
  all<N extends EventName>(name: N): Payload<N>[] {
    return this.heard.filter(([heard]) => heard === name).map(([, payload]) => payload as Payload<N>);
  }

  /**
   * Proves silence: waits until this actor has heard something that was caused later, sent to a room of theirs, and so knows that
   * what did not come by then does not come; after the rest in which a lively room may still be.
   */
  async settles(): Promise<void> {
    await wait(REST_MS + 50);
    const groups = await this.call('group.list');
    const channel = groups[0]!.channels[0]!;
    const before = this.all('read.marked').length;
    await this.call('channel.read', { params: { channelId: channel.id }, body: { seq: 0 } });
    await until(`${this.name} settles`, () => this.all('read.marked').length > before);
  }
}

/** For a program to start, on a machine that has other things to do. */
export const START_MS = 40_000;

/** Awaits a condition that is looked at again and again; fails naming it. */
export async function until<T>(
  what: string,
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await wait(10);
  }
}
