// What was said is found: by which words, in which order, and by whom.
import { beforeAll, describe, expect, test } from 'vitest';
import { PendingWords } from '../server/search/pending-words.ts';
import type { Actor } from './support/actor.ts';
import { bootHub } from './support/app.ts';
import { decision, flagged } from './support/moderation.ts';
import { find, say } from './support/search.ts';
import { labelled, said, type SaidKey } from './support/search-corpus.ts';

const hub = await bootHub();
const textOf = (segments: { text: string }[]) => segments.map(({ text }) => text).join('');
describe('the labelled set', () => {
  let reader: Actor;
  const keyOf = new Map<string, SaidKey>();

  beforeAll(async () => {
    const commune = await hub.commune();
    reader = await commune.person({ tdp13: 'resident' });
    for (const [key, text] of Object.entries(said)) {
      const { id } = await say(reader, commune, text);
      keyOf.set(id, key as SaidKey);
    }
  });

  test('is large enough', () => expect(labelled.length).toBeGreaterThanOrEqual(100));

  test.each(labelled)('$query', async ({ query, finds, first = [] }) => {
    const { messages } = await find(reader, query);
    const found = messages.map(({ id }) => keyOf.get(id)!);
    expect(found.toSorted()).toEqual(finds.toSorted());
    expect(found.slice(0, first.length).toSorted()).toEqual(first.toSorted());
  });
});

test('the words of a text are those that PostgreSQL’s own parser finds in it', async () => {
  const odd = [
    ...['Số 12A/3, ngõ 7', '1e5 và 0x1F, -3,5 °C', `${'ạ'.repeat(2500)} dài`, 'ﬁ ½ № ǅ', '', '…', '?!'],
    ...['Họp lúc 19.30, 5-3 (thứ ba)!?\n- mang ghế:một', 'a\tb\u00a0c\r\nd', 'tổ_13 “văn hoá” a.vn/đó?x=1#y'],
    ...['Hòa, Đường'.normalize('NFD'), 'ά 각'.normalize('NFD'), 'k\u0340 Ơ\u031b \u212b ẞ İ', '🙂 vui.'],
  ];
  const parsed = await hub.em.fork().execute<{ text: string; words: string; expected: string }[]>(
    `select text, search_words(text)::text as words,
       (to_tsvector('simple', folded) || case when folded = marked then '' else strip(to_tsvector('simple', marked)) end)::text as expected
     from jsonb_array_elements_text(?::jsonb) as text, lateral search_marked(text) as marked, lateral search_fold(text) as folded`,
    [JSON.stringify([...Object.values(said), ...odd])],
  );
  expect(parsed).toHaveLength(Object.keys(said).length + odd.length);
  for (const { text, words, expected } of parsed) expect(words, text).toBe(expected);
});

test('talk is found by those who may read it, and by no office', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  await say(lan, commune, 'Chuyện riêng của tổ');
  const outsiders = {
    'resident of another group': await commune.person({ tdp12: 'resident' }),
    'head of another group': await commune.person({ tdp12: 'head' }),
    moderator: await commune.person({ commune: 'moderator' }),
    admin: await commune.person({ commune: 'admin' }),
    official: await commune.person({ commune: 'official' }),
    tech: await commune.person({ commune: 'tech' }),
    'admin of another commune': await (await hub.commune()).person({ commune: 'admin', tdp13: 'admin' }),
  };
  for (const role of ['resident', 'head', 'official', 'tech', 'moderator', 'admin'] as const) {
    const member = await commune.person({ tdp13: role });
    expect((await find(member, 'chuyện riêng')).messages, role).toHaveLength(1);
  }
  for (const [who, actor] of Object.entries(outsiders)) {
    for (const query of ['chuyện riêng', 'từ:người', 'trong:tdp13', 'trong:tdp13 chuyen']) {
      expect((await find(actor, query)).messages, `${who}: ${query}`).toEqual([]);
    }
  }
  const stranger = await commune.person({ tdp13: 'resident' });
  await hub.em.fork().execute(`update membership set status = 'pending' where person_id = ?`, [stranger.id]);
  expect(await stranger.refusal('search.find', { query: { q: 'chuyện' } })).toBe('not_found');
  expect(await hub.visitor().refusal('search.find', { query: { q: 'chuyện' } })).toBe('unauthenticated');
});

test('what was taken back or removed is not found, and an edit only by its new words', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const edited = await say(lan, commune, 'Họp lúc bảy giờ');
  const deleted = await say(lan, commune, 'Lỡ lời rồi');
  await lan.call('message.edit', { params: { messageId: edited.id }, body: { text: 'Họp lúc tám giờ' } });
  await lan.call('message.delete', { params: { messageId: deleted.id } });
  const count = async (q: string) => (await find(lan, q)).messages.length;
  expect(await count('bảy giờ')).toBe(0);
  expect(await count('"lúc bảy"')).toBe(0);
  expect(await count('tám giờ')).toBe(1);
  expect(await count('lỡ lời')).toBe(0);

  const scene = await flagged(hub);
  expect((await find(scene.lan, 'nặng lời')).messages).toHaveLength(1);
  await scene.moderator.call('case.decide', decision(scene.found));
  expect((await find(scene.lan, 'nặng lời')).messages).toEqual([]);
});

test('operators: by whom, where, since and until when; and each the other way', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident', tdp12: 'resident' });
  const minh = await commune.person({ tdp13: 'resident' });
  const em = hub.em.fork();
  for (const [actor, name] of [
    [lan, 'Nguyễn Thị Lan'],
    [minh, 'Trần Đức Minh'],
  ] as const) {
    await em.execute('update person set name = ? where id = ?', [name, actor.id]);
  }
  const old = await say(lan, commune, 'Nước yếu');
  await em.execute(`update message set created_at = '2026-10-31T16:59:59Z' where id = ?`, [old.id]);
  const first = await say(minh, commune, 'Nước mạnh');
  await em.execute(`update message set created_at = '2026-10-31T17:00:00Z' where id = ?`, [first.id]);
  const elsewhere = await say(lan, commune, 'Nước trong', 'tdp12');
  await em.execute(`update message set created_at = '2026-11-02T05:00:00Z' where id = ?`, [elsewhere.id]);

  const cases: [query: string, ids: string[]][] = [
    ['nước', [elsewhere.id, first.id, old.id]],
    ['nước từ:lan', [elsewhere.id, old.id]],
    ['nước from:"thị lan"', [elsewhere.id, old.id]],
    ['tu:đức', [first.id]],
    ['từ:an', []],
    ['nước -từ:lan', [first.id]],
    ['nước trong:tdp12', [elsewhere.id]],
    ['nước -in:tdp12', [first.id, old.id]],
    ['nước trong:tdp99', []],
    ['nước trước:2026-11-01', [old.id]],
    ['nước trước:1/11/2026', [old.id]],
    ['nước -trước:1/11/2026', [elsewhere.id, first.id]],
    ['nước sau:1/11/2026', [elsewhere.id]],
    ['nước -after:1/11/2026', [first.id, old.id]],
    ['nước after:31/10/2026 before:2/11/2026', [first.id]],
    ['từ:lan trong:tdp13', [old.id]],
    ['nước có:link', []],
    ['nước -có:link -yếu', [elsewhere.id, first.id]],
  ];
  for (const [query, ids] of cases) {
    expect(
      (await find(lan, query)).messages.map(({ id }) => id),
      query,
    ).toEqual(ids);
  }
  const [hit] = (await find(lan, 'nước trong:tdp12')).messages;
  expect(hit).toMatchObject({ seq: 1, channel: { id: commune.chats.tdp12!.id }, group: { name: 'tdp12' } });
});

test('what is far back is found by its index, the exact form before newer ones, and a common word by the newest', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const channelId = commune.chats.tdp13!.id;
  const rare = await say(lan, commune, 'Lớp dưỡng sinh của các cụ');
  const near = await say(lan, commune, 'Chuyện cổ tích');
  const gone = await say(lan, commune, 'Chuyện cổ xưa');
  await lan.call('message.delete', { params: { messageId: gone.id } });
  await hub.em.fork().execute(
    `insert into message (id, channel_id, seq, version, author_id, client_id, text, created_at)
     select gen_random_uuid(), c.id, c.seq + n, c.version + n, ?, gen_random_uuid(), 'Đường số ' || n, now() + n * interval '1 ms'
     from channel c, generate_series(1, 9000) n where c.id = ?`,
    [lan.id, channelId],
  );
  await hub.em
    .fork()
    .execute('update channel set seq = seq + 9000, version = version + 9000 where id = ?', [channelId]);

  const common = await find(lan, 'duong');
  expect(common.hasMore).toBe(true);
  expect(textOf(common.messages[0]!.excerpt)).toBe('Đường số 9000');
  expect(common.messages).toHaveLength(20);
  expect((await find(lan, 'dưỡng')).messages[0]!.id).toBe(rare.id);
  expect((await find(lan, 'co')).messages.map(({ id }) => id)).toEqual([near.id]);
  expect((await find(lan, '"duong so 17"')).messages).toHaveLength(1);
  expect((await find(lan, 'chuyện -đường')).messages.map(({ id }) => id)).toEqual([near.id]);

  // The same once all words stand in the index, sorted in beside whoever speaks.
  await hub.app.get(PendingWords).sortIn();
  expect((await find(lan, 'dưỡng')).messages[0]!.id).toBe(rare.id);
  expect((await find(lan, '"duong so 17"')).messages).toHaveLength(1);
});

test('what cannot be read is refused with the reason, and nothing typed is read as a query language', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  await say(lan, commune, "a'b & c | d");
  for (const q of [
    '',
    ' ',
    '!!!',
    '-nước',
    'từ:',
    'trước:mai',
    'có:phim',
    'x'.repeat(201),
    'x'.repeat(5000),
  ]) {
    expect(await lan.refusal('search.find', { query: { q } }), q).toBe('bad_request');
  }
  const refused = await lan.request('search.find', { query: { q: 'trước:mai' } });
  expect(await refused.json()).toEqual({
    error: { code: 'bad_request', data: { issues: [{ path: 'q', message: 'date' }] } },
  });
  expect((await lan.request('search.find')).status).toBe(400);
  const strange = [
    "'",
    "a & | ! <-> ('b",
    'a:*',
    '\\',
    "a\\'b",
    '%',
    '_',
    '"',
    '" "',
    '\u0000a',
    'a\u0000b',
    '\ud800',
    '(((',
    "'; drop table message; --",
    '🎉',
    'từ:%',
    "từ:'",
    'từ:\\m',
    'trong:(',
    'có:link <->',
    '́',
    'từ:́a',
  ];
  for (const q of strange) {
    const { status } = await lan.request('search.find', { query: { q } });
    expect([200, 400], q).toContain(status);
  }
  expect((await find(lan, "a'b & c")).messages).toHaveLength(1);
});
