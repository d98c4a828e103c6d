// A client that does not read: the others do not notice, the server does not grow, and the client comes back to the truth.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { MOST_WAITING } from '../server/realtime/slow-clients.ts';
import { bootHub } from './support/app.ts';
import { until } from './support/actor.ts';

const hub = await bootHub();

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${hub.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
}

test('a client that stops reading is dropped past the bound, and resumes by itself from where it was', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const head = await (await commune.person({ tdp13: 'head' })).connect();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const stalled = await (await commune.person({ tdp13: 'resident' })).connect();
  const text = 'ạ'.repeat(4000);
  const say = async () => {
    const ack = await head.signal('message.send', { channelId, clientId: randomUUID(), text });
    if (!('ok' in ack)) throw new Error(`Not sent: ${JSON.stringify(ack)}`);
    return ack.ok;
  };
  const first = await say();
  await stalled.hears('message.created', ({ id }) => id === first.id);

  stalled.stall();
  let said = 1;
  let mostWaiting = 0;
  // What the machine's own buffers hold comes on top of the bound; five times as much is past them all.
  while ((await metric('dinh_slow_clients_dropped_total')) === 0) {
    expect(said * text.length).toBeLessThan(5 * MOST_WAITING);
    await Promise.all(Array.from({ length: 50 }, say));
    said += 50;
    mostWaiting = Math.max(mostWaiting, await metric('dinh_waiting_characters'));
  }
  // The two who read wait for a packet now and then.
  expect(mostWaiting).toBeLessThan(1.5 * MOST_WAITING);
  await until('what waited is let go', async () => (await metric('dinh_waiting_characters')) < text.length);
  await until('the others hear all', () => lan.all('message.created').length === said);
  expect(lan.isConnected).toBe(true);

  stalled.read();
  await until('the stalled client notices', () => !stalled.isConnected);
  await stalled.connect();
  // Far too much to send again: it opens the channel anew. A short absence afterwards is caught up with.
  expect(await stalled.signal('sync', { channelId, after: first.version })).toMatchObject({
    ok: { kind: 'reset' },
  });
  expect(await stalled.signal('sync', { channelId, after: said - 3 })).toMatchObject({
    ok: { kind: 'changes', version: said, messages: [{}, {}, {}] },
  });
  expect(await metric('dinh_slow_clients_dropped_total')).toBe(1);
});

test('a client that answers no goodbye does not hold up the stop', async () => {
  const leaving = await bootHub();
  const commune = await leaving.commune();
  const silent = await (await commune.person({ tdp13: 'resident' })).connect();
  silent.stall();
  const began = performance.now();
  await leaving.close();
  // A WebSocket waits 30 seconds for an answer to its goodbye.
  expect(performance.now() - began).toBeLessThan(10_000);
});
