// What is unread, on every device of a person and on the server, after any mix of what can happen: the same.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttentionLevel } from '../shared/attention.ts';
import { MOST_UNREAD } from '../shared/badge.ts';
import type { MessageView } from '../shared/messages.ts';
import { countsAloud } from '../shared/waking.ts';
import { Badges } from './faults/client/badges.ts';
import type { Wire } from './faults/client/wire.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { until, type Actor } from './support/actor.ts';
import { decision, openCases, report } from './support/moderation.ts';

const hub = await bootHub();
const FAR = '2099-01-01T00:00:00.000Z';
const DEVICES = 2;

/** One device of a person: hears while it is online, and reads everything anew when it comes back. */
class Device {
  readonly badges: Badges;
  #taken = 0;
  #isOnline = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(readonly actor: Actor) {
    // Without a network of its own: what it asks for again comes, or it reads everything anew when it comes back.
    this.badges = new Badges(actor.id, {
      call: actor.call.bind(actor) as Wire['call'],
      connection: 'online',
    });
  }

  /** One after the other, however quickly someone comes and goes. */
  come = () => this.#inTurn(() => this.#come());
  go = () => this.#inTurn(() => this.#go());

  /** Takes in what came. */
  hear(): void {
    for (; this.#taken < this.actor.heard.length; this.#taken += 1)
      this.badges.apply(this.actor.heard[this.#taken]!);
  }

  async #come(): Promise<void> {
    if (this.#isOnline) return;
    await this.actor.connect();
    this.#isOnline = true;
    const refreshed = this.badges.refresh();
    this.hear();
    await refreshed;
  }

  #go(): void {
    this.hear();
    this.actor.disconnect();
    this.#isOnline = false;
    this.#taken = this.actor.heard.length;
  }

  #inTurn(act: () => void | Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(act);
    return this.#turn;
  }
}

interface Scene {
  commune: TestCommune;
  channels: string[];
  lan: Actor;
  devices: Device[];
  minh: Actor;
  moderator: Actor;
  said: MessageView[];
}

type Step = (scene: Scene) => Promise<unknown>;

async function setScene(): Promise<Scene> {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident', tdp12: 'resident' });
  const minh = await commune.person({ tdp13: 'resident', tdp12: 'resident' });
  const moderator = await commune.person({ commune: 'moderator' });
  const devices = [new Device(lan), new Device(await commune.signIn(lan))];
  await Promise.all(devices.map((device) => device.come()));
  const channels = [commune.chats.tdp12!.id, commune.chats.tdp13!.id];
  const scene: Scene = { commune, channels, lan, devices, minh, moderator, said: [] };
  for (const channelId of channels) await sayIn(scene, minh, channelId, false);
  return scene;
}

const channel = fc.integer({ min: 0, max: 1 });
const device = fc.integer({ min: 0, max: DEVICES - 1 });
/** A place among what was said so far. */
const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const at = <T>(list: readonly T[], where: number): T | undefined => list[Math.floor(where * list.length)];

/** Only what Minh said and what still stands can be taken back; who is too late gets a refusal, which changes nothing. */
const unlessRefused = (act: Promise<unknown>) =>
  act.catch((error: Error) => {
    if (!/40[349]|410/.test(error.message)) throw error;
  });

async function sayIn({ lan, minh, said }: Scene, actor: Actor, channelId: string, isNaming: boolean) {
  const mentions = [{ kind: 'person' as const, id: lan.id }];
  const text = isNaming ? `@${lan.name} ơi` : 'Chào cả tổ';
  const body = { clientId: randomUUID(), text, ...(isNaming && { carries: { mentions } }) };
  const message = await actor.call('message.create', { params: { channelId }, body });
  if (actor === minh) said.push(message);
}

const speak = fc
  .record({ channel, isMine: fc.boolean(), isNaming: fc.boolean() })
  .map(
    (what) => (scene: Scene) =>
      sayIn(scene, what.isMine ? scene.lan : scene.minh, scene.channels[what.channel]!, what.isNaming),
  );
const takeBack = place.map((where) => async ({ minh, said }: Scene) => {
  const message = at(said, where);
  if (message) await unlessRefused(minh.call('message.delete', { params: { messageId: message.id } }));
});
const edit = place.map((where) => async ({ minh, said }: Scene) => {
  const message = at(said, where);
  const params = { messageId: message?.id ?? '' };
  if (message) await unlessRefused(minh.call('message.edit', { params, body: { text: 'Xin sửa lại' } }));
});
const remove = place.map((where) => async ({ lan, moderator, said }: Scene) => {
  const message = at(said, where);
  if (!message) return;
  await unlessRefused(lan.call('flag.create', report(message.id)));
  const [found] = await openCases(moderator);
  if (found) await unlessRefused(moderator.call('case.decide', decision(found)));
});
const read = fc
  .record({ device, channel, where: place })
  .map((what) => async ({ channels, devices }: Scene) => {
    const { badges, actor } = devices[what.device]!;
    const channelId = channels[what.channel]!;
    const seq = Math.ceil(what.where * (badges.of(channelId)?.lastSeq ?? 0));
    await actor.call('channel.read', { params: { channelId }, body: { seq } });
  });
const attend = fc
  .record({
    device,
    channel,
    level: fc.constantFrom<AttentionLevel>('all', 'mentions', 'none'),
    mutedUntil: fc.constantFrom(FAR, null),
  })
  .map(({ level, mutedUntil, ...what }) => ({ channels, devices }: Scene) => {
    const params = { channelId: channels[what.channel]! };
    return devices[what.device]!.actor.call('channel.attend', { params, body: { level, mutedUntil } });
  });
const leave = device.map(
  (which) =>
    async ({ devices }: Scene) =>
      devices[which]!.go(),
);
const comeBack = device.map(
  (which) =>
    ({ devices }: Scene) =>
      devices[which]!.come(),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: speak },
  { weight: 2, arbitrary: read },
  { weight: 2, arbitrary: takeBack },
  { weight: 1, arbitrary: edit },
  { weight: 2, arbitrary: remove },
  { weight: 1, arbitrary: attend },
  { weight: 2, arbitrary: leave },
  { weight: 2, arbitrary: comeBack },
);
/** Several things happen at once, then the next ones. */
const story = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 15 });

test('badges on every device agree with the server after any mix of speaking, reading, going away, recall, removal and muting', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (chapters) => {
      const scene = await setScene();
      const { lan, devices } = scene;
      try {
        for (const chapter of chapters) {
          await Promise.all(chapter.map((act) => act(scene)));
          for (const one of devices) one.hear();
        }
        for (const one of devices) await one.come();
        const groups = await lan.call('group.list');
        const truth = groups.flatMap(({ channels }) => channels);
        for (const one of devices) {
          const agrees = () => {
            one.hear();
            return JSON.stringify(one.badges.channels) === JSON.stringify(truth);
          };
          await until('a device agrees', agrees).catch(() => expect(one.badges.channels).toEqual(truth));
        }
        const aloud = truth.reduce((sum, one) => sum + countsAloud(one, new Date()), 0);
        expect((await lan.call('waiting.count')).talk).toBe(aloud);
      } finally {
        for (const one of devices) {
          await one.go();
          one.badges.stop();
        }
      }
    }),
    { numRuns: 15, interruptAfterTimeLimit: 15_000, endOnFailure: true },
  );
});

test('where more is unread than is counted, what is taken back uncovers the next', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const head = await (await commune.person({ tdp13: 'head' })).connect();
  const channelId = commune.chats.tdp13!.id;
  const said = await Promise.all(
    Array.from({ length: MOST_UNREAD + 5 }, (_, index) =>
      head.signal('message.send', { channelId, clientId: randomUUID(), text: `tin ${index}` }),
    ),
  );
  const device = new Device(lan);
  await device.come();
  expect(device.badges.of(channelId)).toMatchObject({ unread: MOST_UNREAD });
  const [one] = said.flatMap((answer) => ('ok' in answer ? [answer.ok] : []));
  await head.call('message.delete', { params: { messageId: one!.id } });
  const hears = () => {
    device.hear();
    return device.badges.of(channelId)!;
  };
  await until('it is heard', () => hears().version === MOST_UNREAD + 6);
  await until('it counts again', () => hears().unread === MOST_UNREAD);
  expect(hears()).toEqual(await lan.call('channel.get', { params: { channelId } }));
  await device.go();
});
