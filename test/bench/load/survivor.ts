// A client that a server's death does not impress, as the web's is: it comes back, asks for what it missed, and says again under
// the same client id whatever was not acknowledged.
import { setTimeout as delay } from 'node:timers/promises';
import type { Target } from '../targets/target.ts';
import type { Resident } from '../ward.ts';
import { Client } from './client.ts';
import { parseMessages, type WireMessage } from './frames.ts';

interface SyncAnswer {
  kind: 'changes' | 'reset';
  version: number;
  messages?: WireMessage[];
}

/** A message that comes by another process may be overtaken for a moment. */
const HOLE_MS = 1000;

export class Survivor {
  /** Client ids of the messages that are on this screen. */
  readonly heard = new Set<string>();
  returns = 0;
  readonly #target: Target;
  readonly #resident: Resident;
  readonly #channel: string;
  #client!: Client;
  #isHome = false;
  /** All up to this place has been heard; what came ahead of its turn is remembered. */
  #cursor = 0;
  readonly #ahead = new Set<number>();
  #healing: NodeJS.Timeout | null = null;

  private constructor(target: Target, resident: Resident, channel: string) {
    this.#target = target;
    this.#resident = resident;
    this.#channel = channel;
  }

  static async arrive(target: Target, resident: Resident, channel: string): Promise<Survivor> {
    const survivor = new Survivor(target, resident, channel);
    await survivor.#connect();
    // What was said before is not of this run.
    survivor.#cursor = (await survivor.#ask())?.version ?? 0;
    return survivor;
  }

  /** Says something until it is acknowledged. */
  async say(clientId: string, text: string): Promise<void> {
    const message = { channelId: this.#channel, clientId, text };
    while (!this.#isHome) {
      const answer = await new Promise<string | null>((resolve) =>
        this.#client.emit('message.send', message, (bytes) => resolve(bytes?.toString() ?? null)),
      );
      if (answer?.startsWith('[{"ok"')) return;
      await delay(50);
    }
  }

  goHome(): void {
    this.#isHome = true;
    this.#client.drop();
  }

  async #connect(): Promise<void> {
    const { url } = this.#target;
    const pass = this.#target.pass(this.#resident, [this.#channel]);
    this.#client = await Client.connect(url, pass, (bytes) => this.#hear(parseMessages(bytes.toString())));
    this.#client.onClose = () => void this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    for (let isBack = false; !isBack && !this.#isHome;) {
      await delay(100 + Math.random() * 400);
      isBack = await this.#connect().then(
        () => true,
        () => false,
      );
    }
    if (this.#isHome) return;
    this.returns += 1;
    await this.#catchUp();
  }

  /** All that changed since the cursor. */
  async #catchUp(): Promise<void> {
    for (;;) {
      const answer = await this.#ask();
      if (!answer) return; // gone again, and coming back again
      if (answer.kind === 'changes') return this.#hear(answer.messages ?? []);
      if (!(await this.#readOn())) return;
    }
  }

  /** Too much for one answer: reads on page by page. */
  async #readOn(): Promise<boolean> {
    const address = `${this.#target.url}/api/channels/${this.#channel}/messages?after=${this.#cursor}&limit=100`;
    const response = await fetch(address, { headers: { cookie: this.#resident.cookie } }).catch(() => null);
    if (!response?.ok) return false;
    const { messages } = (await response.json()) as { messages: WireMessage[] };
    this.#hear(messages);
    return messages.length > 0;
  }

  #ask(): Promise<SyncAnswer | null> {
    return new Promise((resolve) =>
      this.#client.emit('sync', { channelId: this.#channel, after: this.#cursor }, (bytes) => {
        const [{ ok }] = JSON.parse(bytes?.toString() ?? '[{}]') as [{ ok?: SyncAnswer }];
        resolve(ok ?? null);
      }),
    );
  }

  #hear(messages: WireMessage[]): void {
    for (const { clientId, seq } of messages) {
      this.heard.add(clientId);
      if (seq > this.#cursor) this.#ahead.add(seq);
    }
    while (this.#ahead.delete(this.#cursor + 1)) this.#cursor += 1;
    if (this.#ahead.size > 0) this.#heal();
  }

  /** A hole that stays: a process stored a message, and died before it told the others. */
  #heal(): void {
    this.#healing ??= setTimeout(() => {
      this.#healing = null;
      if (this.#ahead.size > 0 && !this.#isHome) void this.#catchUp();
    }, HOLE_MS);
  }
}
