// A Socket.IO client as thin as the protocol allows (engine.io 4 over WebSocket): events, acknowledgements, pings.
import { WebSocketClient } from './websocket.ts';

/** What a client shows at the door: ours take a cookie, the bare servers what is in `auth`. */
export interface Pass {
  cookie?: string;
  auth?: object;
}

/** The acknowledgement's bytes after its number, `[…]`; null where the connection ended before it came. */
type OnAck = (bytes: Buffer | null) => void;

const CONNECT_LIMIT_MS = 60_000;
const [PING, MESSAGE] = [0x32, 0x34];
const [CONNECT, EVENT, ACK, REFUSED] = [0x30, 0x32, 0x33, 0x34];
const BRACKET = 0x5b;

export class Client {
  /** Hears each event's bytes, `["name",…]`; they are lent. */
  onEvent: (bytes: Buffer) => void = () => undefined;
  onClose: () => void = () => undefined;
  /** The private session id, where the server recovers connections. */
  pid: string | undefined;
  readonly #ws: WebSocketClient;
  readonly #acks = new Map<number, OnAck>();
  #nextAck = 0;
  #isOver = false;

  private constructor(base: string, pass: Pass, settle: (failure?: string) => void) {
    const url = new URL('/socket.io/?EIO=4&transport=websocket', base);
    this.#ws = new WebSocketClient(url, pass.cookie ? { Cookie: pass.cookie } : {}, {
      onOpen: () => this.#ws.send(`40${pass.auth ? JSON.stringify(pass.auth) : ''}`),
      onText: (bytes) => this.#hear(bytes, settle),
      onClose: (reason) => {
        settle(reason);
        this.#over();
      },
    });
  }

  /** Resolves once the server has let the client in. */
  static connect(base: string, pass: Pass, onEvent?: (bytes: Buffer) => void): Promise<Client> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle('no answer'), CONNECT_LIMIT_MS);
      let isSettled = false;
      const settle = (failure?: string) => {
        if (isSettled) return;
        isSettled = true;
        clearTimeout(timer);
        if (failure === undefined) return resolve(client);
        client.drop();
        reject(new Error(`A client was not let in: ${failure}`));
      };
      const client = new Client(base, pass, settle);
      if (onEvent) client.onEvent = onEvent;
    });
  }

  emit(name: string, payload: object, onAck: OnAck): void {
    if (this.#isOver) return onAck(null);
    const id = this.#nextAck;
    this.#nextAck += 1;
    this.#acks.set(id, onAck);
    this.#ws.send(`42${id}${JSON.stringify([name, payload])}`);
  }

  drop(): void {
    this.#ws.drop();
  }

  #hear(bytes: Buffer, settle: (failure?: string) => void): void {
    if (bytes[0] === PING) return this.#ws.send('3');
    if (bytes[0] !== MESSAGE) return;
    const kind = bytes[1];
    if (kind === EVENT) return this.onEvent(bytes.subarray(2));
    if (kind === ACK) return this.#acknowledge(bytes);
    if (kind === CONNECT) {
      this.pid = (JSON.parse(bytes.toString('utf8', 2)) as { pid?: string }).pid;
      settle();
    } else if (kind === REFUSED) settle(bytes.toString('utf8', 2));
  }

  #acknowledge(bytes: Buffer): void {
    const start = bytes.indexOf(BRACKET);
    const id = Number(bytes.toString('latin1', 2, start));
    const onAck = this.#acks.get(id);
    this.#acks.delete(id);
    onAck?.(bytes.subarray(start));
  }

  #over(): void {
    this.#isOver = true;
    const acks = [...this.#acks.values()];
    this.#acks.clear();
    for (const onAck of acks) onAck(null);
    this.onClose();
  }
}

/** Lets many in, so many at a time. */
export async function connectAll<T>(
  count: number,
  atATime: number,
  connect: (index: number) => Promise<T>,
): Promise<T[]> {
  const connected: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      connected[index] = await connect(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, count) }, worker));
  return connected;
}
