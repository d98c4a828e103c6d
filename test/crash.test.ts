// The built server is killed (SIGKILL) in the middle of sends and started again: every acknowledged message is there exactly once and in order.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bootHub } from './support/app.ts';
import { Actor } from './support/actor.ts';
import { startServer } from './support/server.ts';
import { createDatabase } from './support/services.ts';

const databaseUrl = await createDatabase();
const hub = await bootHub({ databaseUrl });

const CLIENTS = 8;
const ROUNDS = 3;

test('kill -9 loses and doubles nothing that was acknowledged', async () => {
  const commune = await hub.commune();
  const people = await Promise.all(
    Array.from({ length: CLIENTS }, () => commune.person({ tdp13: 'resident' })),
  );
  const channelId = commune.chats.tdp13!.id;
  const acknowledged: { clientId: string; seq: number }[] = [];
  /** Client ids by author, in the order in which they were first sent. */
  const sent = new Map<string, string[]>(people.map(({ id }) => [id, []]));
  const unanswered: { actor: Actor; clientId: string; text: string }[] = [];
  const output: string[] = [];

  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await startServer({ databaseUrl });
    const clients = await Promise.all(
      people.map((person) => new Actor(server.url, person.cookie, person).connect()),
    );
    let isKilled = false;
    const sending = clients.map(async (client, index) => {
      // What the last crash left unanswered is repeated under its own client id, as an outbox does.
      const mine = unanswered.filter(({ actor }) => actor.id === client.id);
      for (let count = 0; !isKilled; count += 1) {
        const { clientId, text } = mine.shift() ?? compose(`vòng ${round} người ${index} tin ${count}`);
        if (!sent.get(client.id)!.includes(clientId)) sent.get(client.id)!.push(clientId);
        const ack = await Promise.race([
          client.signal('message.send', { channelId, clientId, text }).catch(() => null),
          server.ended.then(() => null),
        ]);
        if (ack && 'ok' in ack) acknowledged.push({ clientId, seq: ack.ok.seq });
        else unanswered.push({ actor: client, clientId, text });
      }
    });
    const goal = (round + 1) * 150;
    // The lines of requests leave several at a time: there must be some to look at.
    const hasLogged = () => server.output().includes('"route":"/');
    while (acknowledged.length < goal || !hasLogged()) await new Promise((resolve) => setImmediate(resolve));
    server.kill();
    isKilled = true;
    await server.ended;
    await Promise.all(sending);
    for (const client of clients) client.disconnect();
    output.push(server.output());
  }

  const stored = await readAll(people[0]!, channelId);
  const places = new Map(stored.map(({ clientId, seq }) => [clientId, seq]));
  expect(places.size).toBe(stored.length);
  expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
  for (const { clientId, seq } of acknowledged) expect(places.get(clientId)).toBe(seq);
  // Each person's words stand in the order in which they were sent.
  for (const { id } of people) {
    const seqs = sent.get(id)!.flatMap((clientId) => places.get(clientId) ?? []);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  }
  // Logs hold no message text, phone or token.
  const log = output.join('');
  expect(log).toContain('"route":"/');
  for (const secret of ['vòng 0 người', ...people.map(({ cookie }) => cookie!.split('=')[1]!)]) {
    expect(log).not.toContain(secret);
  }
}, 120_000);

const compose = (text: string) => ({ clientId: randomUUID(), text });

async function readAll(person: Actor, channelId: string) {
  const all: { clientId: string; seq: number }[] = [];
  for (;;) {
    const page = await person.call('message.list', {
      params: { channelId },
      query: { after: all.at(-1)?.seq ?? 0, limit: 100 },
    });
    all.push(...page.messages);
    if (!page.hasAfter) return all;
  }
}
