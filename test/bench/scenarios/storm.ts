// A village comes back at once: all listeners are dropped, each misses 50 messages, all return and get what they missed. Ours are
// signed in anew and ask `sync`; beside it Socket.IO's own recovery from memory.
import { performance } from 'node:perf_hooks';
import { Client, connectAll } from '../load/client.ts';
import { clientIdOf, heardOf, parseMessages, type WireMessage } from '../load/frames.ts';
import { Latencies } from '../load/latencies.ts';
import { addFaults, compare, noFaults, type Faults, type Goal } from '../report/rows.ts';
import { quiet, type Target } from '../targets/target.ts';
import type { Resident, Ward } from '../ward.ts';
import { figures, interleave, withTargets, type Bench, type Scenario } from './scenario.ts';

/** Handshakes under way at a time; the others wait at the listening socket's gate anyway. */
const AT_A_TIME = 250;
const PATIENCE_MS = 60_000;

interface Storm {
  seconds: number;
  p50: number;
  p99: number;
  faults: Faults;
}

/** A listener. */
interface Phone {
  resident: Resident;
  channel: string;
  client: Client;
  /** What was heard, by place among the storm's messages; 0 is the one before the drop. */
  heard: number[];
  lastSeq: number;
  outOfOrder: number;
  /** The last argument of the last event, from which Socket.IO counts what was missed. */
  offset: unknown;
  onHeard: () => void;
}

/** Told apart from the runs that are measured. */
let storms = 500;

export const storm: Scenario = async (bench) =>
  withTargets(bench, ['dinh', 'recovery'], {}, async (targets) => {
    const results = await interleave(bench, 'storm', targets, (target) => blow(target, bench));
    const { missed, listeners } = bench.sizes;
    const label = `storm of ${listeners * bench.ward.halls.length}, ${missed} missed each`;
    const faults: Record<string, Faults> = {};
    for (const [name, list] of Object.entries(results))
      for (const result of list) addFaults((faults[name] ??= noFaults()), result.faults);
    const goal: Goal = { of: 'ratio', atMost: 2 };
    return {
      rows: [
        compare(
          `${label}: until all have all`,
          's',
          figures(results, ({ seconds }) => seconds),
          goal,
        ),
        compare(
          `${label}: one client p50`,
          'ms',
          figures(results, ({ p50 }) => p50),
        ),
        compare(
          `${label}: one client p99`,
          'ms',
          figures(results, ({ p99 }) => p99),
        ),
      ],
      notes: [],
      faults,
    };
  });

async function blow(target: Target, { ward, sizes }: Bench): Promise<Storm> {
  storms += 1;
  const run = storms;
  const phones = await gatherPhones(target, ward, sizes.listeners, run);
  const writers = await connectAll(ward.halls.length, 32, async (index) => {
    // Another one each time, who has not yet said as much as a person may.
    const stayers = ward.residents[index]!.slice(sizes.listeners);
    const client = await target.connect(stayers[run % stayers.length]!, [ward.halls[index]!]);
    return { client, say: (place: number) => say(client, ward.halls[index]!, run, place) };
  });
  const sayAll = (place: number) => Promise.all(writers.map((writer) => writer.say(place)));

  await Promise.all([sayAll(0), ...phones.map((phone) => hasHeard(phone, 1))]);
  await quiet(target);
  for (const { client } of phones) client.drop();
  await quiet(target);
  for (let place = 1; place <= sizes.missed; place += 1) await sayAll(place);
  await quiet(target); // what is still to be told would come to them twice, as told and as missed

  const times = new Latencies();
  const began = performance.now();
  await connectAll(phones.length, AT_A_TIME, async (index) => {
    const phone = phones[index]!;
    const returnedAt = performance.now();
    await comeBack(phone, target, run);
    await hasHeard(phone, 1 + sizes.missed);
    times.add(performance.now() - returnedAt);
  });
  const seconds = (performance.now() - began) / 1000;
  await quiet(target); // time for a second copy to come
  for (const { client } of [...phones, ...writers]) client.drop();
  await quiet(target);
  const faults = faultsOf(phones, 1 + sizes.missed);
  return { seconds, p50: times.quantile(0.5), p99: times.quantile(0.99), faults };
}

function gatherPhones(target: Target, ward: Ward, listeners: number, run: number): Promise<Phone[]> {
  const seats = ward.residents.flatMap((group, index) =>
    group.slice(0, listeners).map((resident) => ({ resident, channel: ward.halls[index]! })),
  );
  return connectAll(seats.length, 32, async (index) => {
    const { resident, channel } = seats[index]!;
    const client = await target.connect(resident, [channel]);
    const phone: Phone = {
      resident,
      channel,
      client,
      heard: [],
      lastSeq: 0,
      outOfOrder: 0,
      offset: undefined,
      onHeard: () => undefined,
    };
    client.onEvent = (bytes) => hearEvent(phone, run, bytes);
    return phone;
  });
}

function say(client: Client, channelId: string, run: number, place: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const message = {
      channelId,
      clientId: clientIdOf(run, place),
      text: 'Mưa to quá, bà con cẩn thận đường ngập.',
    };
    client.emit('message.send', message, (answer) => {
      if (answer?.indexOf('[{"ok"') === 0) resolve();
      else reject(new Error(`The storm's writer was refused: ${answer?.toString()}`));
    });
  });
}

async function comeBack(phone: Phone, target: Target, run: number): Promise<void> {
  const pass = target.pass(phone.resident, [phone.channel]);
  const onEvent = (bytes: Buffer) => hearEvent(phone, run, bytes);
  if (target.name === 'recovery') {
    const auth = { ...pass.auth, pid: phone.client.pid, offset: phone.offset };
    phone.client = await Client.connect(target.url, { auth }, onEvent);
    return;
  }
  phone.client = await Client.connect(target.url, pass, onEvent);
  phone.client.emit('sync', { channelId: phone.channel, after: phone.lastSeq }, (answer) => {
    const [{ ok }] = JSON.parse(answer?.toString() ?? '[{}]') as [{ ok?: { messages: WireMessage[] } }];
    hear(phone, run, ok?.messages ?? []);
  });
}

function hearEvent(phone: Phone, run: number, bytes: Buffer): void {
  const text = bytes.toString();
  const messages = parseMessages(text);
  if (messages.length > 0) phone.offset = (JSON.parse(text) as unknown[])[2];
  hear(phone, run, messages);
}

function hear(phone: Phone, run: number, messages: WireMessage[]): void {
  for (const message of messages.map(heardOf)) {
    if (message.run !== run) continue;
    phone.heard.push(message.index);
    if (message.seq <= phone.lastSeq) phone.outOfOrder += 1;
    phone.lastSeq = message.seq;
  }
  phone.onHeard();
}

/** Waits until a phone has so many messages; in vain, they are lost. */
function hasHeard(phone: Phone, count: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    phone.onHeard = () => {
      if (phone.heard.length < count) return;
      clearTimeout(timer);
      resolve();
    };
    phone.onHeard();
  });
}

function faultsOf(phones: Phone[], expected: number): Faults {
  const faults = noFaults();
  for (const { heard, outOfOrder } of phones) {
    const distinct = new Set(heard).size;
    addFaults(faults, {
      lost: expected - distinct,
      doubled: heard.length - distinct,
      outOfOrder,
      refused: 0,
    });
  }
  return faults;
}
