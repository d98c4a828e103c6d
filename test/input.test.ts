// What nobody types but somebody may send: refused in words, or taken so that it harms nobody else.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Reminders } from '../server/answers/reminders.ts';
import type { Carries } from '../shared/carried.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import type { Actor } from './support/actor.ts';
import { plainPoll } from './support/asked.ts';
import { pdf, send, upload } from './support/uploads.ts';

const hub = await bootHub();
const tomorrow = () => new Date(Date.now() + 20 * 3_600_000).toISOString();
const meeting = (more: { startsAt?: string; note?: string } = {}) => ({
  startsAt: tomorrow(),
  endsAt: null,
  place: 'Nhà văn hoá',
  note: '',
  by: 'person' as const,
  ...more,
});
const bodyOf = (commune: TestCommune, text: string, carries: Carries | null = null) => ({
  params: { channelId: commune.chats.tdp13!.id },
  body: { clientId: randomUUID(), text, carries },
});
const say = (actor: Actor, commune: TestCommune, text: string, carries: Carries | null = null) =>
  actor.call('message.create', bodyOf(commune, text, carries));

test('an id is the same in capitals', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const { id, clientId } = await upload(lan, commune, pdf, { kind: 'file', name: 'Don.pdf' });
  const message = await send(lan, commune, clientId, [id.toUpperCase()]);
  expect(message.carried?.files).toMatchObject([{ id }]);

  const channelId = commune.chats.tdp13!.id;
  const twice = randomUUID();
  const acks = await Promise.all(
    [twice, twice.toUpperCase(), randomUUID()].map((one) =>
      lan.signal('message.send', { channelId, clientId: one, text: 'Một lần thôi' }),
    ),
  );
  const seqs = acks.map((ack) => ('ok' in ack ? ack.ok.seq : ack.error.code));
  expect(seqs[0]).toBe(seqs[1]);
  expect(seqs[2]).not.toBe(seqs[0]);
});

test('half an emoji costs nobody their words', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await commune.person({ tdp13: 'resident' });
  const [asked, met, said] = await Promise.all([
    say(lan, commune, 'Ngày nào?', { poll: { ...plainPoll, choices: ['Thứ Bảy', 'Chủ nhật\ud83d'] } }),
    say(lan, commune, 'Họp tổ', { gathering: meeting({ note: '\udc00 mang ghế' }) }),
    say(minh, commune, 'Chào \ud83d bà con'),
  ]);
  expect(asked.carried?.poll?.choices[1]).toBe('Chủ nhật\ufffd');
  expect(met.carried?.gathering?.note).toBe('\ufffd mang ghế');
  expect(said.text).toBe('Chào \ufffd bà con');
});

test('what the database does not take of one costs the others of its batch nothing', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const channelId = commune.chats.tdp13!.id;
  await hub.em.execute(`create function refuse() returns trigger language plpgsql as $$
    begin if new.text = 'Không ghi được' then raise 'refused' using errcode = '22000'; end if; return new; end $$`);
  await hub.em.execute(
    'create trigger refuse before insert on message for each row execute function refuse()',
  );
  const texts = Array.from({ length: 20 }, (_, place) => (place === 7 ? 'Không ghi được' : `Câu ${place}`));
  const acks = await Promise.all(
    texts.map((text) => lan.signal('message.send', { channelId, clientId: randomUUID(), text })),
  );
  await hub.em.execute('drop trigger refuse on message');
  expect(acks.map((ack) => 'ok' in ack)).toEqual(texts.map((_, place) => place !== 7));
  const { messages } = await lan.call('message.list', { params: { channelId }, query: {} });
  expect(messages.map(({ text }) => text)).toEqual(texts.filter((_, place) => place !== 7));
  expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 19 }, (_, place) => place + 1));
});

test('a title that is cut within an emoji is told all the same, and so is what comes after it', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const long = await say(lan, commune, `${'a'.repeat(199)}🎉 họp`, { gathering: meeting() });
  const next = await say(lan, commune, 'Dọn ngõ', { gathering: meeting() });
  for (const { id: messageId } of [long, next])
    await lan.call('gathering.answer', { params: { messageId }, body: { coming: 'yes', people: 1 } });
  await hub.app.get(Reminders).remind();
  const told = (await lan.call('notification.list')).map(({ data }) => data.title);
  expect(new Set(told)).toEqual(new Set([`${'a'.repeat(199)}🎉`, 'Dọn ngõ']));
});

test('times that no calendar has, and texts that no database takes, are bad requests', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const channelId = commune.chats.tdp13!.id;
  const endless = tomorrow().replace(/\.\d+Z$/, `.${'0'.repeat(200)}Z`);
  const gathering = bodyOf(commune, 'Họp tổ', { gathering: meeting({ startsAt: endless }) });
  expect(await lan.refusal('message.create', gathering)).toBe('bad_request');
  for (const mutedUntil of ['0000-01-01T00:00:00Z', endless]) {
    const body = { level: 'all' as const, mutedUntil };
    expect(await lan.refusal('channel.attend', { params: { channelId }, body })).toBe('bad_request');
  }
  for (const path of [
    'communes/%00',
    'invitations/%00',
    'communes/%00/procedures',
    'communes/a/procedures/%00',
  ]) {
    const response = await fetch(`${hub.url}/api/${path}`);
    expect([path, response.status]).toEqual([path, 400]);
  }
  const search = await lan.request('search.find', { query: { q: 'a\0b' } });
  expect(search.status).toBeLessThan(500);
});

test('who is refused again and again has to wait', async () => {
  const strict = await bootHub({ databaseUrl: hub.databaseUrl, config: { rateLimitScale: 0.05 } });
  const commune = await strict.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const channelId = commune.chats.tdp12!.id;
  const codes: string[] = [];
  for (let tries = 0; tries < 32; tries += 1) {
    const ack = await lan.signal('message.send', { channelId, clientId: randomUUID(), text: 'a' });
    codes.push('ok' in ack ? 'ok' : ack.error.code);
  }
  expect(new Set(codes.slice(0, 30))).toEqual(new Set(['not_found']));
  expect(codes.slice(30)).toEqual(['rate_limited', 'rate_limited']);
});
