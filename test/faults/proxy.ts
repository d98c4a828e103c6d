// A TCP proxy of our own: every connection through it is a link that can be cut, delayed, halved, stalled or duplicated.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Link } from './link.ts';
import type { Random } from './random.ts';

export class Proxy {
  readonly links = new Set<Link>();
  readonly #server: Server;
  readonly #targets: number[];
  readonly #random: Random;

  private constructor(targets: number[], random: Random) {
    this.#targets = targets;
    this.#random = random;
    this.#server = createServer({ allowHalfOpen: false }, (near) => this.#connect(near, this.#order()));
  }

  /** Listens on a port of its own before these ports of this machine, of which each connection gets one that answers. */
  static async before(targets: number[], random: Random): Promise<Proxy> {
    const proxy = new Proxy(targets, random);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts what is open. */
  cutAll(): void {
    for (const link of this.links) link.cut();
  }

  close(): void {
    this.#server.close();
    this.cutAll();
  }

  #order(): number[] {
    const first = Math.floor(this.#random.next() * this.#targets.length);
    return [...this.#targets.slice(first), ...this.#targets.slice(0, first)];
  }

  #connect(near: Socket, [port, ...others]: number[]): void {
    near.on('error', () => undefined);
    if (port === undefined) {
      near.destroy();
      return;
    }
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    const refuse = () => this.#connect(near, others);
    far.once('error', refuse);
    far.once('connect', () => {
      far.off('error', refuse);
      far.on('error', () => undefined);
      if (near.destroyed) {
        far.destroy();
        return;
      }
      near.setNoDelay(true);
      const link: Link = new Link(near, far, this.#random, () => this.links.delete(link));
      this.links.add(link);
    });
  }
}
