// One measurement: a way of sending, a window inside of it, and what came of it.
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { coreBusySeconds, SERVER_CORE } from '../machine/cores.ts';
import type { Target } from '../targets/target.ts';
import type { Conversation } from './conversation.ts';
import { Tally } from './tally.ts';

export interface Measured {
  deliveriesPerSecond: number;
  messagesPerSecond: number;
  ackP50: number;
  ackP99: number;
  deliveryP50: number;
  deliveryP99: number;
  /** Of the server, and of PostgreSQL where it stores. */
  cpuPer100kDeliveries: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  refused: number;
  firstRefusal: string | null;
  /** How busy the load was: near 1 it could not do more, and the server may have. */
  loadBusy: number;
  /** Share of the server's core that went to others than this target: noise. */
  coreNoise: number;
}

export interface Window {
  warmMs: number;
  measureMs: number;
}

/** Starts sending, and gives what stops it: a promise for the end of the last message under way. */
export type Sending = (conversations: Conversation[]) => () => Promise<void>;

/** Deliveries that did not come by then are lost. */
const PATIENCE_MS = 10_000;

let runs = 0;

export async function measure(
  target: Target,
  conversations: Conversation[],
  sending: Sending,
  { warmMs, measureMs }: Window,
): Promise<Measured> {
  runs += 1;
  const tally = new Tally(runs);
  for (const conversation of conversations) conversation.begin(tally);
  const stop = sending(conversations);
  await delay(warmMs);
  const before = snapshot(target, tally);
  tally.from = before.at;
  await delay(measureMs);
  const after = snapshot(target, tally);
  tally.until = after.at;
  await Promise.race([stop(), delay(PATIENCE_MS)]);
  const lost = await settled(conversations);
  for (const conversation of conversations) conversation.begin(new Tally(0));

  const seconds = (after.at - before.at) / 1000;
  const deliveries = after.deliveries - before.deliveries;
  const cpu = after.cpu - before.cpu;
  return {
    deliveriesPerSecond: deliveries / seconds,
    messagesPerSecond: (after.acknowledged - before.acknowledged) / seconds,
    ackP50: tally.acks.quantile(0.5),
    ackP99: tally.acks.quantile(0.99),
    deliveryP50: tally.arrivals.quantile(0.5),
    deliveryP99: tally.arrivals.quantile(0.99),
    cpuPer100kDeliveries: (cpu / deliveries) * 100_000,
    lost,
    doubled: tally.doubled,
    outOfOrder: tally.outOfOrder,
    // What was never answered is refused as well.
    refused: tally.sent - tally.acknowledged,
    firstRefusal: tally.firstRefusal,
    loadBusy: performance.eventLoopUtilization(after.loop, before.loop).utilization,
    coreNoise: Math.max(0, (after.core - before.core - cpu) / seconds),
  };
}

function snapshot(target: Target, tally: Tally) {
  return {
    at: performance.now(),
    loop: performance.eventLoopUtilization(),
    cpu: target.cpuSeconds(),
    core: coreBusySeconds(SERVER_CORE),
    deliveries: tally.deliveries,
    acknowledged: tally.acknowledged,
  };
}

/** Waits until everything acknowledged was heard by all, and gives how much was not. */
async function settled(conversations: Conversation[]): Promise<number> {
  const missing = () => conversations.reduce((sum, conversation) => sum + conversation.missing, 0);
  const end = performance.now() + PATIENCE_MS;
  while (missing() > 0 && performance.now() < end) await delay(50);
  await delay(100); // time for a second copy to come
  return missing();
}

/** So many messages of each channel are always under way: whenever one is acknowledged, the next speaker goes on. */
export const inFlight =
  (perChannel: number): Sending =>
  (conversations) => {
    let isStopping = false;
    let underWay = 0;
    let finish = () => undefined as void;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const speak = (conversation: Conversation) => {
      underWay += 1;
      conversation.send((isStored) => {
        underWay -= 1;
        if (isStopping || !isStored) {
          if (underWay === 0) finish();
        } else speak(conversation);
      });
    };
    for (const conversation of conversations)
      for (let count = 0; count < perChannel; count += 1) speak(conversation);
    return () => {
      isStopping = true;
      if (underWay === 0) finish();
      return finished;
    };
  };

/** So many messages each second, spread evenly over time and channels, whatever the server does. */
export const atRate =
  (perSecond: number): Sending =>
  (conversations) => {
    const began = performance.now();
    let sent = 0;
    let underWay = 0;
    const timer = setInterval(() => {
      const due = Math.floor(((performance.now() - began) / 1000) * perSecond);
      for (; sent < due; sent += 1) {
        underWay += 1;
        conversations[sent % conversations.length]!.send(() => (underWay -= 1));
      }
    }, 2);
    return async () => {
      clearInterval(timer);
      while (underWay > 0) await delay(10);
    };
  };
