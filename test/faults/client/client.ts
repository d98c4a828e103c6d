// A resident with the hub open on one device, who talks, corrects, takes back, reacts, reads and looks into other channels.
import { setTimeout as delay } from 'node:timers/promises';
import type { HubEvent } from '../../../shared/events.ts';
import type { MessageView } from '../../../shared/messages.ts';
import type { Resident } from '../people.ts';
import type { Random } from '../random.ts';
import { Badges } from './badges.ts';
import { Conversation } from './conversation.ts';
import { Outbox } from './outbox.ts';
import { Wire, type Refusal } from './wire.ts';

/** How often each act is done, against the others. */
const ACTS = { send: 12, edit: 2, delete: 1, react: 2, read: 4, visit: 1 };
const PAUSE_MS = [500, 2500] as const;
const HEART = '❤️';
/** Nobody goes on writing or pressing while so much of theirs still waits. */
const MOST_WAITING = 5;
/** A person presses again after so long. */
const PRESS_MS = 800;

export class Client {
  readonly wire: Wire;
  readonly badges: Badges;
  readonly outbox: Outbox;
  conversation: Conversation | null = null;
  /** What became of this device's own messages by its acts, as the server acknowledged them; null: taken back. */
  readonly changed = new Map<string, string | null>();
  readonly done = { edits: 0, deletions: 0, reactions: 0, reads: 0 };
  /** Answers other than success, by code: each was followed by another try. */
  readonly troubles = new Map<string, number>();
  readonly resident: Resident;
  readonly #name: string;
  readonly #random: Random;
  #isTalking = false;
  #underWay = 0;
  #said = 0;
  #resyncs = 0;

  constructor(url: string, resident: Resident, name: string, random: Random) {
    this.resident = resident;
    this.#name = name;
    this.#random = random;
    this.wire = new Wire(url, resident.cookie, {
      online: () => void this.#resync(),
      events: (packet) => packet.forEach((event) => this.#apply(event)),
    });
    this.badges = new Badges(resident.id, this.wire);
    this.outbox = new Outbox(resident.id, this.wire, (event) => this.#apply(event));
  }

  /** Goes online and opens a channel; resolves when it stands open. */
  async arrive(): Promise<void> {
    this.wire.start();
    while (!this.conversation?.timeline) await delay(50);
  }

  /** Talks until it is told to be quiet. */
  async talk(): Promise<void> {
    this.#isTalking = true;
    while (this.#isTalking) {
      await delay(this.#random.between(...PAUSE_MS));
      if (this.#isTalking) this.#act();
    }
  }

  quiet(): void {
    this.#isTalking = false;
  }

  leave(): void {
    this.quiet();
    this.conversation?.stop();
    this.badges.stop();
    this.wire.stop();
  }

  /** Nothing of this client's is still on its way. */
  get isSettled(): boolean {
    const isRead = this.#underWay === 0 && this.#resyncs === 0;
    return isRead && this.wire.connection === 'online' && this.outbox.pendings.length === 0;
  }

  #act(): void {
    const { conversation } = this;
    if (!conversation || this.#underWay + this.outbox.pendings.length >= MOST_WAITING) return;
    const act = this.#random.weigh(ACTS);
    if (act === 'send') {
      this.#said += 1;
      this.outbox.send(conversation.id, `${this.#name} nói câu thứ ${this.#said}`);
    } else if (act === 'visit') this.#visit(this.#random.pick(this.badges.channels).id);
    else if (act === 'read') void this.#read(conversation);
    else if (act === 'react') void this.#react(conversation);
    else void this.#change(act, conversation);
  }

  #visit(channelId: string): void {
    this.conversation?.stop();
    this.conversation = new Conversation(channelId, this.resident.id, this.wire);
    void this.#open(this.conversation);
  }

  /** Where a page cannot be opened a person presses "try again". */
  async #open(conversation: Conversation): Promise<void> {
    while (conversation === this.conversation && !conversation.timeline) {
      await conversation.open();
      if (!conversation.timeline) await delay(PRESS_MS);
    }
  }

  async #read({ id, timeline }: Conversation): Promise<void> {
    const seq = timeline?.messages.at(-1)?.seq;
    if (!seq) return;
    // A failure is no news: the next message seen tells it again.
    await this.#count(async () => {
      const marked = await this.wire.call('channel.read', { params: { channelId: id }, body: { seq } });
      this.done.reads += 1;
      this.#apply(['read.marked', marked]);
    });
  }

  /** Presses or releases a heart under one of the last messages, once: who sees no change presses again some other time. */
  async #react({ timeline }: Conversation): Promise<void> {
    const standing = timeline?.messages.slice(-10).filter(({ deletedAt }) => !deletedAt) ?? [];
    if (standing.length === 0) return;
    const { id } = this.#random.pick(standing);
    const isOn = !timeline!.mine[id]?.includes(HEART);
    await this.#count(async () => {
      const params = { messageId: id };
      const reacted = await this.wire.call('message.react', { params, body: { emoji: HEART, isOn } });
      this.done.reactions += 1;
      this.#apply(['message.reacted', reacted]);
    });
  }

  /** Edits or takes back one of the own last messages, until the server says that it is done. */
  async #change(act: 'edit' | 'delete', { id }: Conversation): Promise<void> {
    const mine = this.outbox.acknowledged.get(id)?.slice(-10) ?? [];
    const standing = mine.filter((one) => !this.#busy.has(one.id) && this.changed.get(one.id) !== null);
    if (standing.length === 0) return;
    const message = this.#random.pick(standing);
    const text = `${message.text}, sửa lần ${(this.done.edits += 1)}`;
    this.#busy.add(message.id);
    for (let isDone = false; !isDone;) {
      isDone = await this.#count(async () => {
        const params = { messageId: message.id };
        let view: MessageView;
        if (act === 'edit') view = await this.wire.call('message.edit', { params, body: { text } });
        else view = await this.wire.call('message.delete', { params });
        this.#apply([act === 'edit' ? 'message.edited' : 'message.deleted', view]);
      });
      if (!isDone) await delay(PRESS_MS);
    }
    if (act === 'delete') this.done.deletions += 1;
    this.changed.set(message.id, act === 'edit' ? text : null);
    this.#busy.delete(message.id);
  }

  /** Messages that an act is under way with: a person waits for its end before the next one. */
  readonly #busy = new Set<string>();

  /** Whether it is done now. */
  async #count(call: () => Promise<void>): Promise<boolean> {
    this.#underWay += 1;
    try {
      await call();
      return true;
    } catch (error) {
      const { code } = error as Refusal;
      this.troubles.set(code, (this.troubles.get(code) ?? 0) + 1);
      // The answer to an earlier try was lost: it is gone already.
      return code === 'not_found';
    } finally {
      this.#underWay -= 1;
    }
  }

  #apply(event: HubEvent): void {
    this.badges.apply(event);
    const [name, payload] = event;
    if (name === 'message.created' && payload.author.id === this.resident.id) this.outbox.settle(payload);
    this.conversation?.take(event);
  }

  /** As the hub does with each new connection: its lists first, then the open page, and what waits is sent. */
  async #resync(): Promise<void> {
    const { connects } = this.wire;
    this.#resyncs += 1;
    let isFresh = false;
    while (!isFresh && this.wire.connection === 'online' && connects === this.wire.connects) {
      isFresh = await this.badges.refresh().then(
        () => true,
        () => delay(PRESS_MS, false),
      );
    }
    this.#resyncs -= 1;
    if (!isFresh) return; // The connection went again, and the next one resyncs.
    if (!this.conversation) this.#visit(this.#random.pick(this.badges.channels).id);
    else void this.conversation.catchUp();
    this.outbox.resume();
  }
}
