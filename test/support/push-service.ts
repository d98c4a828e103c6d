// A push service on this machine, as the maker of a device runs one; and the devices, which open what they get by RFC 8291.
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
  type ECDH,
} from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PushLetter, type PushContent, type PushSubscribe } from '../../shared/push.ts';
import type { Actor } from './actor.ts';
import { until } from './actor.ts';

interface Delivery {
  letter: PushLetter;
  headers: IncomingHttpHeaders;
}

export class Device {
  readonly received: Delivery[] = [];
  /** What the service answers for this device. */
  status = 201;
  /** How often the hub knocked, whatever came of it. */
  knocks = 0;
  readonly #keys: ECDH = createECDH('prime256v1');
  readonly #auth = randomBytes(16);
  readonly #publicKey = this.#keys.generateKeys();

  constructor(readonly endpoint: string) {}

  /** As the browser of this device would give it to the hub. */
  subscription(wishes: Partial<PushSubscribe> = {}): PushSubscribe {
    const keys = { p256dh: this.#publicKey.toString('base64url'), auth: this.#auth.toString('base64url') };
    return { endpoint: this.endpoint, keys, locale: 'vi', hidesWords: false, ...wishes };
  }

  /** The content of a letter of this kind, come already or still to come. */
  async gets<K extends PushContent['kind']>(
    kind: K,
    fits: (content: Extract<PushContent, { kind: K }>) => boolean = () => true,
  ): Promise<Extract<PushContent, { kind: K }>> {
    const isIt = (content: PushContent): content is Extract<PushContent, { kind: K }> =>
      content.kind === kind;
    return until(`a ${kind} comes`, () =>
      this.received.map(({ letter }) => letter.content).find((content) => isIt(content) && fits(content)),
    ) as Promise<Extract<PushContent, { kind: K }>>;
  }

  /** Opens a sealed letter: the ephemeral key and the salt stand at its head. */
  open(sealed: Buffer): string {
    const salt = sealed.subarray(0, 16);
    const sender = sealed.subarray(21, 21 + sealed[20]!);
    const shared = this.#keys.computeSecret(sender);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#publicKey, sender]);
    const secret = Buffer.from(hkdfSync('sha256', shared, this.#auth, info, 32));
    const derive = (name: string, length: number) =>
      Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
    const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    const body = sealed.subarray(21 + sealed[20]!);
    decipher.setAuthTag(body.subarray(-16));
    const padded = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  }
}

export async function startPushService() {
  const devices = new Map<string, Device>();
  const server = createServer((request, response) => {
    void read(request).then((sealed) => {
      const device = devices.get(request.url ?? '');
      if (!device) return response.writeHead(404).end();
      device.knocks += 1;
      if (device.status < 300) {
        const letter = PushLetter.parse(JSON.parse(device.open(sealed)));
        device.received.push({ letter, headers: request.headers });
      }
      response.writeHead(device.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const device = () => {
    const path = `/push/${randomBytes(12).toString('base64url')}`;
    const made = new Device(`http://127.0.0.1:${port}${path}`);
    devices.set(path, made);
    return made;
  };
  return {
    device,
    /** A device of this person, told from now on. */
    async deviceOf(actor: Actor, wishes: Partial<PushSubscribe> = {}): Promise<Device> {
      const made = device();
      await actor.call('push.subscribe', { body: made.subscription(wishes) });
      return made;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether the hub proved by its key that the letter is its own; gives what it says of itself. */
export function provenBy(publicKey: string, headers: IncomingHttpHeaders): { aud: string; sub: string } {
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const isProven = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isProven || key !== publicKey) throw new Error('The letter is not proven');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
