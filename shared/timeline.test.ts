// The law of windows under everything that a network may do: events late, twice and in another order, pages and syncs that were
// read while they were told. What comes out must be a fresh read.
import { expect, test } from 'vitest';
import { Random } from '../test/faults/random.ts';
import type { HubEvent } from './events.ts';
import type { MessagePage, MessageView, MyReactions } from './messages.ts';
import { applyEvent, applySync, extendTimeline, hasGap, openTimeline, type Timeline } from './timeline.ts';

const CHANNEL = 'channel';
const ME = 'me';
const PEOPLE = [ME, 'lan', 'minh'];
const EMOJI = ['❤️', '👍'];
const PAGE = 6;

/** A channel as the server keeps it, with all its former states: a read shows one of them, my own reactions perhaps a later one. */
class Channel {
  readonly states: { messages: MessageView[]; reactors: Record<string, string[]> }[] = [
    { messages: [], reactors: {} },
  ];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  get version(): number {
    return this.states.length - 1;
  }

  /** Something happens; gives what is told of it. */
  act(): HubEvent {
    const { messages, reactors } = this.states.at(-1)!;
    const standing = messages.filter(({ deletedAt }) => !deletedAt).slice(-PAGE * 2);
    const kind = standing.length < 3 ? 'say' : this.#random.weigh({ say: 3, edit: 2, delete: 1, react: 8 });
    const version = this.version + 1;
    if (kind === 'say') {
      const message = said(messages.length + 1, version, this.#random.pick(PEOPLE));
      this.states.push({ messages: [...messages, message], reactors });
      return ['message.created', message];
    }
    const old = this.#random.pick(standing);
    const become = (message: MessageView, by = reactors) => {
      this.states.push({ messages: messages.with(old.seq - 1, message), reactors: by });
      return message;
    };
    if (kind === 'edit') return ['message.edited', become({ ...old, version, text: `sửa ${version}` })];
    if (kind === 'delete')
      return [
        'message.deleted',
        become({ ...old, version, text: '', deletedAt: 'nay', reactions: [] }, { ...reactors, [old.id]: [] }),
      ];
    const personId = this.#random.pick([ME, ...PEOPLE]);
    const emoji = this.#random.pick(EMOJI);
    const key = `${personId} ${emoji}`;
    const before = reactors[old.id] ?? [];
    const now = before.includes(key) ? before.filter((one) => one !== key) : [...before, key];
    const reactions = EMOJI.map((one) => ({
      emoji: one,
      count: now.filter((by) => by.endsWith(one)).length,
    })).filter(({ count }) => count > 0);
    const message = become({ ...old, version, reactions }, { ...reactors, [old.id]: now });
    return ['message.reacted', { ...message, by: { personId, emoji: ownOf(now, personId) } }];
  }

  page(asOf: number, mineAsOf: number, at: { before?: number; after?: number } = {}): MessagePage {
    const { messages: all } = this.states[asOf]!;
    const messages =
      at.after === undefined
        ? all.filter(({ seq }) => seq < (at.before ?? Infinity)).slice(-PAGE)
        : all.filter(({ seq }) => seq > at.after!).slice(0, PAGE);
    const hasBefore = (messages[0]?.seq ?? 1) > 1;
    const hasAfter = messages.length > 0 && messages.at(-1) !== all.at(-1);
    return {
      version: asOf,
      messages,
      quoted: [],
      mine: this.#mine(messages, mineAsOf),
      hasBefore,
      hasAfter,
    };
  }

  sync(after: number, asOf: number, mineAsOf: number) {
    const messages = this.states[asOf]!.messages.filter(({ version }) => version > after);
    return { kind: 'changes' as const, version: asOf, messages, mine: this.#mine(messages, mineAsOf) };
  }

  #mine(messages: MessageView[], asOf: number): MyReactions {
    const { reactors } = this.states[asOf]!;
    const own = messages.map(({ id }) => [id, ownOf(reactors[id] ?? [], ME)] as const);
    return Object.fromEntries(own.filter(([, emoji]) => emoji.length > 0));
  }
}

const ownOf = (reactors: string[], personId: string) =>
  EMOJI.filter((emoji) => reactors.includes(`${personId} ${emoji}`));

function said(seq: number, version: number, authorId: string): MessageView {
  return {
    id: `message ${seq}`,
    channelId: CHANNEL,
    seq,
    version,
    clientId: `client ${seq}`,
    author: { id: authorId, name: authorId, seat: null },
    text: `câu ${seq}`,
    replyTo: null,
    carried: null,
    createdAt: 'nay',
    editedAt: null,
    deletedAt: null,
    removedAt: null,
    reactions: [],
    pin: null,
  };
}

/** A window that reads as the web's does: what is heard while a page is on its way is applied to it once more. */
class Reader {
  state: Timeline | null = null;
  readonly #channel: Channel;
  readonly #random: Random;
  readonly #onTheWay: HubEvent[] = [];
  readonly #heard: HubEvent[] = [];
  #answer: ((heard: HubEvent[]) => void) | null = null;

  constructor(channel: Channel, random: Random) {
    this.#channel = channel;
    this.#random = random;
  }

  /** Told, but not yet here; two processes may tell in another order, and a line that breaks tells nothing. */
  tell(event: HubEvent): void {
    if (this.#random.next() < 0.03) return;
    this.#onTheWay.push(event);
    if (this.#random.next() < 0.03) this.#onTheWay.push(event);
  }

  step(): void {
    const way = this.#random.weigh({ event: 6, ask: 1, answer: 2 });
    if (way === 'event' && this.#onTheWay.length > 0)
      this.#hear(
        this.#onTheWay.splice(Math.floor(this.#random.next() * Math.min(4, this.#onTheWay.length)), 1)[0]!,
      );
    else if (way === 'ask' && !this.#answer) this.#ask();
    else if (way === 'answer') this.#take();
  }

  /** All that was told arrives, and the next connection asks for what was not. */
  settle(): Timeline {
    this.#take();
    for (const event of this.#onTheWay.splice(0)) this.#hear(event);
    const { version } = this.#channel;
    this.state ??= openTimeline(CHANNEL, this.#channel.page(version, version), ME);
    if (this.state.version < version)
      this.state = applySync(this.state, this.#channel.sync(this.state.version, version, version));
    return this.state;
  }

  #hear(event: HubEvent): void {
    this.#heard.push(event);
    if (this.state) this.state = applyEvent(this.state, event);
  }

  /** The server reads now, and my reactions a moment later; the answer is here after more of it. */
  #ask(): void {
    const { state } = this;
    const asOf = this.#channel.version;
    const mineAsOf = () => Math.min(this.#channel.version, asOf + 2);
    const since = this.#heard.length;
    const kind = this.#random.pick(['sync', 'sync', 'before', 'open'] as const);
    if (!state || kind === 'open') {
      this.#answer = () => {
        const page = this.#channel.page(asOf, mineAsOf());
        this.state = this.#heard.slice(since).reduce(applyEvent, openTimeline(CHANNEL, page, ME));
      };
    } else if (kind === 'sync') {
      this.#answer = () =>
        (this.state = applySync(this.state!, this.#channel.sync(state.version, asOf, mineAsOf())));
    } else if (state.hasBefore) {
      const page = () => this.#channel.page(asOf, mineAsOf(), { before: state.messages[0]!.seq });
      this.#answer = () =>
        (this.state = this.#heard
          .slice(since)
          .reduce(applyEvent, extendTimeline(this.state!, page(), 'before')));
    }
  }

  #take(): void {
    this.#answer?.(this.#heard);
    this.#answer = null;
  }
}

test('whatever comes late, twice, in another order or not at all, a window becomes a fresh read', () => {
  for (let seed = 0; seed < 1000; seed += 1) {
    const random = new Random(seed);
    const channel = new Channel(random);
    const reader = new Reader(channel, random);
    for (let step = 0; step < 400; step += 1) {
      if (step % 3 === 0) reader.tell(channel.act());
      reader.step();
    }
    const state = reader.settle();
    const { version } = channel;
    expect(hasGap(state), `seed ${seed}`).toBe(false);
    expect(state.version, `seed ${seed}`).toBe(version);
    const first = state.messages[0]!.seq;
    const { messages, reactors } = channel.states.at(-1)!;
    expect(state.messages, `seed ${seed}`).toEqual(messages.slice(first - 1));
    const mine = Object.fromEntries(
      state.messages
        .map(({ id }) => [id, ownOf(reactors[id] ?? [], ME)] as const)
        .filter(([, own]) => own.length > 0),
    );
    expect(state.mine, `seed ${seed}`).toEqual(mine);
  }
});
