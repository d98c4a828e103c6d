// Mentions: whom a message concerns more than the others, how they learn of it, and what is refused.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { applyToChannel, isBehind } from '../shared/badge.ts';
import type { Mention, MentionGiven } from '../shared/mentions.ts';
import { mentionedBy } from '../shared/mentioned.ts';
import { Person } from '../server/identity/person.entity.ts';
import type { Role } from '../shared/permissions.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { until, type Actor } from './support/actor.ts';

const hub = await bootHub();
const strict = await bootHub({ config: { rateLimitScale: 0.1 } });

const place = (commune: TestCommune) => ({ channelId: commune.chats.tdp13!.id });
const message = (text: string, mentions: MentionGiven[], clientId: string = randomUUID()) => ({
  clientId,
  text,
  carries: { mentions },
});
const say = (actor: Actor, commune: TestCommune, text: string, mentions: MentionGiven[]) =>
  actor.call('message.create', { params: place(commune), body: message(text, mentions) });
const refusal = (actor: Actor, commune: TestCommune, text: string, mentions: MentionGiven[]) =>
  actor.refusal('message.create', { params: place(commune), body: message(text, mentions) });

async function named(commune: TestCommune, name: string, place: Role | [Role, string] = 'resident') {
  const actor = await commune.person({ tdp13: place });
  await commune.hub.em.fork().nativeUpdate(Person, { id: actor.id }, { name });
  return actor;
}

const all: MentionGiven = { kind: 'all' };
const seat: MentionGiven = { kind: 'seat', seat: 'Tổ trưởng tổ 13' };

test('who is mentioned by name, by seat or with all learns of it, and old badges with their events are fresh ones', async () => {
  const commune = await hub.commune();
  const lan = await named(commune, 'Nguyễn Thị Lan');
  const head = await named(commune, 'Trần Văn Minh', ['head', 'Tổ trưởng tổ 13']);
  const other = await named(commune, 'Nguyễn Thị Lan Anh');
  const people = [lan, head, other];
  for (const person of people) await person.connect();
  const badge = (person: Actor) => person.call('channel.get', { params: place(commune) });
  const before = await Promise.all(people.map(badge));

  const byName = await say(other, commune, 'Bác @Nguyễn Thị Lan ơi', [{ kind: 'person', id: lan.id }]);
  const bySeat = await say(lan, commune, '@Tổ trưởng tổ 13 xem giúp', [seat]);
  const toAll = await say(head, commune, 'Mời @mọi người họp', [all]);
  const doomed = await say(head, commune, '@Nguyễn Thị Lan nhớ đến', [{ kind: 'person', id: lan.id }]);
  const plain = await say(head, commune, 'Không nhắc ai', []).catch((error: Error) => error.message);
  expect(plain).toContain('bad_request');
  expect(byName.carried?.mentions).toEqual([{ kind: 'person', id: lan.id, name: 'Nguyễn Thị Lan' }]);
  expect(mentionedBy(bySeat.carried)).toEqual({ isAll: false, personIds: [head.id] });
  expect(mentionedBy(toAll.carried)).toEqual({ isAll: true, personIds: [] });

  await head.call('message.delete', { params: { messageId: doomed.id } });
  const body = { text: 'Bác Lan ơi' };
  const edited = await other.call('message.edit', { params: { messageId: byName.id }, body });
  expect(edited.carried).toBeNull();
  const again = await other.call('message.edit', {
    params: { messageId: byName.id },
    body: { text: 'Bác @Nguyễn Thị Lan ơi' },
  });
  expect(again.carried).toBeNull();
  const version = again.version;
  for (const [index, person] of people.entries()) {
    await person.hears('message.edited', (payload) => payload.version === version);
    const after = await badge(person);
    const told = person.heard.reduce((known, event) => {
      expect(isBehind(known, event)).toBe(false);
      return applyToChannel(known, event, person.id);
    }, before[index]!);
    expect(told).toEqual(after);
  }
  const mentions = async (person: Actor) => (await badge(person)).mentions;
  expect(await Promise.all(people.map(mentions))).toEqual([[toAll.seq], [bySeat.seq], [toAll.seq]]);
  await lan.call('channel.read', { params: place(commune), body: { seq: toAll.seq } });
  expect((await lan.hears('read.marked')).mentions).toEqual([]);
  expect(await mentions(lan)).toEqual([]);
});

test('an edit keeps those whose names still stand', async () => {
  const commune = await hub.commune();
  const lan = await named(commune, 'Nguyễn Thị Lan');
  const hoa = await named(commune, 'Lê Thị Hoa');
  const both: MentionGiven[] = [lan, hoa].map(({ id }) => ({ kind: 'person', id }));
  const said = await say(lan, commune, '@Nguyễn Thị Lan và @Lê Thị Hoa', both);
  const edited = await lan.call('message.edit', {
    params: { messageId: said.id },
    body: { text: 'Chỉ còn @Lê Thị Hoa' },
  });
  const left: Mention[] = [{ kind: 'person', id: hoa.id, name: 'Lê Thị Hoa' }];
  expect(edited.carried).toEqual({ mentions: left });
});

test('what means nobody here, calls unseen, calls all without the right, or too many, is refused', async () => {
  const commune = await hub.commune();
  const lan = await named(commune, 'Nguyễn Thị Lan');
  const head = await named(commune, 'Trần Văn Minh', ['head', 'Tổ trưởng tổ 13']);
  const stranger = await commune.person({ tdp12: 'head' });
  const elsewhere = await (await hub.commune()).person({ tdp13: 'resident' });
  expect(await refusal(lan, commune, 'Mời @mọi người', [all])).toBe('mention_forbidden');
  for (const { id, name } of [stranger, elsewhere, { id: randomUUID(), name: 'Ai' }])
    expect(await refusal(lan, commune, `Chào @${name}`, [{ kind: 'person', id }])).toBe('mention_gone');
  expect(await refusal(lan, commune, 'Chào bác', [{ kind: 'person', id: head.id }])).toBe('mention_gone');
  expect(await refusal(lan, commune, '@Trưởng thôn', [{ kind: 'seat', seat: 'Trưởng thôn' }])).toBe(
    'mention_gone',
  );
  const many = Array.from({ length: 21 }, (): MentionGiven => ({ kind: 'person', id: randomUUID() }));
  expect(await refusal(lan, commune, 'Chào cả nhà', many)).toBe('bad_request');
  await say(head, commune, 'Mời @mọi người', [all]);
  const asked = { params: place(commune) };
  expect(await lan.refusal('mention.reach', { ...asked, body: { mentions: [all] } })).toBe(
    'mention_forbidden',
  );
  expect(await stranger.refusal('mention.reach', { ...asked, body: { mentions: [seat] } })).toBe('not_found');
  expect(await stranger.refusal('mention.find', { ...asked, query: {} })).toBe('not_found');
});

test('seats and all can be called only so often; a repeat of what stands is not held up', async () => {
  const commune = await strict.commune();
  const head = await named(commune, 'Trần Văn Minh', ['head', 'Tổ trưởng tổ 13']);
  const body = message('Mời @mọi người', [all]);
  const first = await head.call('message.create', { params: place(commune), body });
  await say(head, commune, 'Hỏi @Tổ trưởng tổ 13', [seat]);
  const refused = await head.request('message.create', {
    params: place(commune),
    body: message('Mời @everyone', [all]),
  });
  const { error } = (await refused.json()) as { error: { code: string; data: { retryAfter: number } } };
  expect([refused.status, error.code]).toEqual([403, 'mention_limited']);
  expect(error.data.retryAfter).toBeGreaterThan(3000);
  expect((await head.call('message.create', { params: place(commune), body })).id).toBe(first.id);
  await say(head, commune, 'Chào @Trần Văn Minh', [{ kind: 'person', id: head.id }]);
});

test('people are found without tone marks, by what they are called; and how many a message would concern is told', async () => {
  const commune = await hub.commune();
  const head = await named(commune, 'Trần Văn Minh', ['head', 'Tổ trưởng tổ 13']);
  const lan = await named(commune, 'Nguyễn Thị Lan');
  await named(commune, 'Phạm Lan Chi');
  await named(commune, 'Đỗ Đức Thắng');
  await commune.person({ tdp12: 'resident' });
  const find = async (q: string) => {
    const { people, seats } = await head.call('mention.find', { params: place(commune), query: { q } });
    return [...people.map(({ name }) => name), ...seats.map((one) => one.seat)];
  };
  expect(await find('lan')).toEqual(['Nguyễn Thị Lan', 'Phạm Lan Chi']);
  expect(await find('LÀN')).toEqual(['Nguyễn Thị Lan', 'Phạm Lan Chi']);
  expect(await find('do duc')).toEqual(['Đỗ Đức Thắng']);
  expect(await find('to tr')).toEqual(['Tổ trưởng tổ 13']);
  expect(await find("o'--:*")).toEqual([]);
  await say(lan, commune, 'Hỏi @Tổ trưởng tổ 13', [seat]);
  expect((await find(''))[0]).toBe('Nguyễn Thị Lan');
  const reach = async (actor: Actor, mentions: MentionGiven[]) =>
    (await actor.call('mention.reach', { params: place(commune), body: { mentions } })).people;
  expect(await reach(head, [all])).toBe(3);
  expect(await reach(head, [seat, { kind: 'person', id: lan.id }])).toBe(1);
  expect(await reach(lan, [seat])).toBe(1);
});

test('who joined later or moved away is not called by what was said before', async () => {
  const commune = await hub.commune();
  const lan = await named(commune, 'Nguyễn Thị Lan');
  const head = await named(commune, 'Trần Văn Minh', ['head', 'Tổ trưởng tổ 13']);
  await say(lan, commune, 'Nhờ @Tổ trưởng tổ 13', [seat]);
  const successor = await named(commune, 'Hoàng Văn Nam', ['head', 'Tổ trưởng tổ 13']);
  const badge = (actor: Actor) => actor.call('channel.get', { params: place(commune) });
  expect((await badge(successor)).mentions).toEqual([]);
  await until('the head is called', async () => (await badge(head)).mentions.length === 1);
});
