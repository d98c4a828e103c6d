// A client's wire, by the rules of web/src/lib/hub-socket.svelte.ts and api.ts; only its feet are quicker, so that more happens.
import { io, type Socket } from 'socket.io-client';
import type { Answer, Call } from '../../../shared/api.ts';
import type { ErrorBody, ErrorCode, ErrorData } from '../../../shared/errors.ts';
import type { Ack, ClientEvents, HubEvent, ServerEvents, SignalName } from '../../../shared/events.ts';
import { routes, type RouteName } from '../../../shared/routes.ts';

type SignalPayload<N extends SignalName> = Parameters<ClientEvents[N]>[0];
type SignalAnswer<N extends SignalName> = Extract<
  Parameters<Parameters<ClientEvents[N]>[1]>[0],
  { ok: unknown }
>['ok'];

/** A refusal; `offline`: no answer came, and whether the server has heard is unknown. */
export class Refusal extends Error {
  readonly code: ErrorCode | 'offline';
  readonly data: ErrorData;

  constructor(code: Refusal['code'], data: ErrorData = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

type Parts = Partial<Record<'params' | 'query' | 'body', Record<string, unknown>>>;

interface Handlers {
  online: () => void;
  events: (packet: HubEvent[]) => void;
}

const SIGNAL_PATIENCE_MS = 8_000;
const CALL_PATIENCE_MS = 20_000;

export class Wire {
  connection: 'connecting' | 'online' | 'offline' = 'connecting';
  connects = 0;
  readonly #url: string;
  readonly #cookie: string;
  readonly #socket: Socket<ServerEvents, ClientEvents>;

  constructor(url: string, cookie: string, handlers: Handlers) {
    this.#url = url;
    this.#cookie = cookie;
    this.#socket = io(url, {
      autoConnect: false,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { cookie },
      reconnectionDelay: 300,
      reconnectionDelayMax: 3_000,
      randomizationFactor: 0.8,
      timeout: 10_000,
    });
    this.#socket.on('connect', () => {
      this.connects += 1;
      this.connection = 'online';
      handlers.online();
    });
    this.#socket.on('events', (packet) => handlers.events(packet));
    this.#socket.on('disconnect', (reason) => {
      this.connection = 'offline';
      if (reason === 'io server disconnect') setTimeout(() => this.#socket.connect(), 500);
    });
    this.#socket.on('connect_error', () => (this.connection = 'offline'));
  }

  start(): void {
    this.#socket.connect();
  }

  stop(): void {
    this.#socket.disconnect();
  }

  async signal<N extends SignalName>(name: N, payload: SignalPayload<N>): Promise<SignalAnswer<N>> {
    if (!this.#socket.connected) throw new Refusal('offline');
    const wire = this.#socket.timeout(SIGNAL_PATIENCE_MS) as unknown as {
      emitWithAck: (name: N, payload: SignalPayload<N>) => Promise<Ack<SignalAnswer<N>>>;
    };
    const answer = await wire.emitWithAck(name, payload).catch(() => {
      throw new Refusal('offline');
    });
    if ('ok' in answer) return answer.ok;
    throw new Refusal(answer.error.code, answer.error.data);
  }

  async call<N extends RouteName>(name: N, given: Call<N>): Promise<Answer<N>> {
    const [method, path] = routes[name].split(' ') as [string, string];
    const { params = {}, query, body } = given as Parts;
    const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
    const search = query ? `?${new URLSearchParams(query as Record<string, string>)}` : '';
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(this.#url + filled + search, {
        method,
        headers: { cookie: this.#cookie, ...(body && { 'content-type': 'application/json' }) },
        signal: AbortSignal.timeout(CALL_PATIENCE_MS),
        ...(body && { body: JSON.stringify(body) }),
      });
      answer = await response.json();
    } catch {
      throw new Refusal('offline');
    }
    if (response.ok) return answer as Answer<N>;
    const { code, data } = (answer as ErrorBody).error;
    throw new Refusal(code, data);
  }
}
