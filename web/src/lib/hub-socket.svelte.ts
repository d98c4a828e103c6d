// The hub's wire: connects lazily, knows whether it stands, and turns acknowledgements into answers or ApiErrors.
import type { Socket } from 'socket.io-client';
import type { Ack, ClientEvents, HubEvent, ServerEvents, SignalName } from '../../../shared/events.ts';
import type { ErrorBody } from '../../../shared/errors.ts';
import { ApiError } from './api.ts';

export type Connection = 'connecting' | 'online' | 'offline';
export type SignalPayload<N extends SignalName> = Parameters<ClientEvents[N]>[0];
export type SignalAnswer<N extends SignalName> = Extract<
  Parameters<Parameters<ClientEvents[N]>[1]>[0],
  { ok: unknown }
>['ok'];

interface Handlers {
  online: () => void;
  events: (packet: HubEvent[]) => void;
  /** The server closed the connection on purpose. */
  dropped: () => void;
  signedOut: () => void;
}

const patience = 8_000;
const blink = 2_000;

export class HubSocket {
  connection: Connection = $state('connecting');
  isAway = $state(false);
  socket: Socket<ServerEvents, ClientEvents> | null = $state.raw(null);
  readonly #handlers: Handlers;
  #awayTimer: ReturnType<typeof setTimeout> | undefined;
  #returnTimer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(handlers: Handlers) {
    this.#handlers = handlers;
  }

  start(): () => void {
    const reconnect = () => {
      // What stands may be dead without knowing it; and what was told meanwhile may be lost.
      if (this.connection !== 'online') this.socket?.disconnect().connect();
    };
    const lose = () => this.#lost();
    addEventListener('online', reconnect);
    addEventListener('offline', lose);
    if (!navigator.onLine) this.#lost();
    void this.#open();
    return () => {
      this.#isStopped = true;
      removeEventListener('online', reconnect);
      removeEventListener('offline', lose);
      clearTimeout(this.#awayTimer);
      clearTimeout(this.#returnTimer);
      this.socket?.disconnect();
    };
  }

  async signal<N extends SignalName>(name: N, payload: SignalPayload<N>): Promise<SignalAnswer<N>> {
    if (!this.socket?.connected) throw new ApiError('offline');
    const wire = this.socket.timeout(patience) as unknown as {
      emitWithAck: (name: N, payload: SignalPayload<N>) => Promise<Ack<SignalAnswer<N>>>;
    };
    const answer = await wire.emitWithAck(name, payload).catch(() => {
      throw new ApiError('offline');
    });
    if (answer && 'ok' in answer) return answer.ok;
    const { code, data } = (answer as ErrorBody | undefined)?.error ?? { code: 'internal', data: {} };
    throw new ApiError(code, data ?? {});
  }

  async #open() {
    let io: typeof import('socket.io-client').io;
    try {
      ({ io } = await import('socket.io-client'));
    } catch {
      this.#lost();
      if (!this.#isStopped) this.#returnTimer = setTimeout(() => void this.#open(), 5_000);
      return;
    }
    if (this.#isStopped) return;
    const socket: Socket<ServerEvents, ClientEvents> = io({
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      withCredentials: true,
      // Spread over time: when a server returns, a village does not come back at once.
      reconnectionDelay: 1_500,
      reconnectionDelayMax: 15_000,
      randomizationFactor: 0.8,
    });
    socket.on('connect', () => this.#stands());
    socket.on('events', (packet) => this.#handlers.events(packet));
    socket.on('disconnect', (reason) => {
      this.#lost();
      if (reason !== 'io server disconnect' || this.#isStopped) return;
      this.#handlers.dropped();
      this.#returnTimer = setTimeout(() => socket.connect(), 1_000 + Math.random() * 3_000);
    });
    socket.on('connect_error', (error) => {
      const data = (error as Error & { data?: ErrorBody }).data;
      if (error.message === 'unauthenticated' || data?.error?.code === 'unauthenticated')
        this.#handlers.signedOut();
      else this.#lost();
    });
    this.socket = socket;
  }

  #stands() {
    clearTimeout(this.#awayTimer);
    this.#awayTimer = undefined;
    this.connection = 'online';
    this.isAway = false;
    this.#handlers.online();
  }

  #lost() {
    this.connection = 'offline';
    this.#awayTimer ??= setTimeout(() => (this.isAway = true), blink);
  }
}
