// The least of a WebSocket client: text frames on one TCP connection, no extension, every byte read into one shared buffer. A
// thousand of these must cost less than the server that they measure, which the usual clients do not.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Read synchronously, one connection at a time: all may share it. */
const readBuffer = Buffer.allocUnsafeSlow(256 * 1024);
const TEXT = 1;

export interface WebSocketEvents {
  onOpen: () => void;
  /** The bytes are lent: whoever keeps them copies them. */
  onText: (bytes: Buffer) => void;
  onClose: (reason: string) => void;
}

export class WebSocketClient {
  readonly #socket: Socket;
  readonly #on: WebSocketEvents;
  #isOpen = false;
  #isClosed = false;
  /** The beginning of a frame whose end has not come yet. */
  #rest: Buffer | null = null;

  constructor(url: URL, headers: Record<string, string>, on: WebSocketEvents) {
    this.#on = on;
    this.#socket = connect({
      host: url.hostname,
      port: Number(url.port),
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (length, buffer) => {
          this.#read((buffer as Buffer).subarray(0, length));
          return true;
        },
      },
    });
    this.#socket.once('connect', () => {
      const lines = [
        `GET ${url.pathname}${url.search} HTTP/1.1`,
        `Host: ${url.host}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        'Sec-WebSocket-Version: 13',
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ];
      this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
    this.#socket.once('error', (error) => this.#end(error.message));
    this.#socket.once('close', () => this.#end('closed'));
  }

  send(text: string): void {
    const length = Buffer.byteLength(text);
    const head = length < 126 ? 6 : 8;
    const frame = Buffer.allocUnsafe(head + length);
    frame[0] = 0x80 | TEXT;
    if (length < 126) frame[1] = 0x80 | length;
    else {
      frame[1] = 0x80 | 126;
      frame.writeUInt16BE(length, 2);
    }
    // A mask of zeros is a mask: it leaves the bytes as they are, and the server's work the same.
    frame.writeUInt32BE(0, head - 4);
    frame.write(text, head);
    this.#socket.write(frame);
  }

  /** Gone without a goodbye, as a phone in a lift. */
  drop(): void {
    this.#socket.destroy();
  }

  #end(reason: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#on.onClose(reason);
  }

  #read(fresh: Buffer): void {
    let chunk = this.#rest ? Buffer.concat([this.#rest, fresh]) : fresh;
    this.#rest = null;
    if (!this.#isOpen) {
      const end = chunk.indexOf('\r\n\r\n');
      if (end < 0) return this.#keep(chunk);
      const status = chunk.toString('latin1', 0, chunk.indexOf('\r\n'));
      if (!status.startsWith('HTTP/1.1 101')) {
        this.#end(status);
        this.#socket.destroy();
        return;
      }
      this.#isOpen = true;
      this.#on.onOpen();
      chunk = chunk.subarray(end + 4);
    }
    this.#readFrames(chunk);
  }

  #readFrames(chunk: Buffer): void {
    let position = 0;
    while (chunk.length - position >= 2) {
      const short = chunk[position + 1]! & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (chunk.length - position < head) break;
      const length =
        short < 126
          ? short
          : short === 126
            ? chunk.readUInt16BE(position + 2)
            : Number(chunk.readBigUInt64BE(position + 2));
      const start = position + head;
      if (chunk.length < start + length) break;
      const kind = chunk[position]! & 0x0f;
      position = start + length;
      if (kind === TEXT) this.#on.onText(chunk.subarray(start, position));
    }
    if (position < chunk.length) this.#keep(chunk.subarray(position));
  }

  #keep(bytes: Buffer): void {
    this.#rest = Buffer.from(bytes);
  }
}
