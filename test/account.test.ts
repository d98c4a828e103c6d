// All that is mine: taken along as an archive, and the end of an account.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassphrase } from '../server/identity/passphrase.ts';
import type { Carries } from '../shared/carried.ts';
import { FORMER_NAME } from '../shared/former.ts';
import { applyEvent } from '../shared/timeline.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { until, type Actor } from './support/actor.ts';
import { plainPoll } from './support/asked.ts';
import { addProcedure } from './support/catalogue.ts';
import { decision, flagged, openCases, say } from './support/moderation.ts';
import { unzip } from './support/unzip.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();
const PASSPHRASE = 'ngõ nhỏ nhà tôi';
const hash = await hashPassphrase(PASSPHRASE);

/** Gives a person of a test a passphrase and a number that nobody else has. */
async function withPassphrase(actor: Actor, phone = '+84912345678'): Promise<Actor> {
  await hub.em.execute('update person set passphrase_hash = ?, phone = ? where id = ?', [
    hash,
    phone,
    actor.id,
  ]);
  return actor;
}
const body = { passphrase: PASSPHRASE };
const react = (actor: Actor, messageId: string) =>
  actor.call('message.react', { params: { messageId }, body: { emoji: '👍', isOn: true } });

async function archiveOf(actor: Actor): Promise<Map<string, string>> {
  await actor.call('me.export', { body });
  const response = await actor.request('me.download');
  expect(response.headers.get('content-type')).toBe('application/zip');
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  return new Map([...files].map(([name, bytes]) => [name, bytes.toString()]));
}

test('the archive holds what is mine, readable and as data, and nothing that others said', async () => {
  const { commune, author, lan, moderator, found } = await flagged(hub);
  await moderator.call('case.decide', decision(found));
  // A report that came to nothing is its reporter's alone.
  const flag = { subjectType: 'person', subjectId: author.id, rule: 'scam', reason: 'Nghe nói thế' } as const;
  await lan.call('flag.create', { body: flag });
  const [reported] = await openCases(moderator);
  const nothing = decision(reported!, { action: 'dismiss', reason: 'Hàng xóm nhầm' });
  await moderator.call('case.decide', nothing);
  await withPassphrase(author);
  const minh = await commune.person({ tdp13: 'resident' });
  const mine = await say(author, commune, '<b>Chào</b> bà con & các bác');
  await author.call('message.edit', {
    params: { messageId: mine.id },
    body: { text: 'Chào <i>cả ngõ</i> & xóm' },
  });
  await react(author, (await say(minh, commune, 'Bí mật của Minh')).id);
  const procedure = await addProcedure(commune);
  const ask = {
    clientId: randomUUID(),
    procedureId: procedure.id,
    question: 'Làm sổ đỏ ở đâu?',
    isPrivate: true,
  };
  await author.call('thread.create', { body: ask });

  const files = await archiveOf(author);
  const all = [...files.values()].join('\n');
  expect(all).not.toContain('Bí mật của Minh');
  expect(all).not.toContain(moderator.name);
  expect(all).not.toContain('Hàng xóm nhầm');
  expect(all).not.toContain('argon2');
  const read = (name: string) => JSON.parse(files.get(`${name}.json`)!) as Record<string, unknown>[];
  expect(read('profile')).toMatchObject([{ name: author.name, phone: '+84912345678' }]);
  expect(read('groups').map(({ household }) => household)).toContain('Số 1 tdp13');
  expect(read('messages').map(({ text }) => text)).toEqual(['Câu nặng lời', 'Chào <i>cả ngõ</i> & xóm']);
  expect(read('former-words')).toMatchObject([{ text: '<b>Chào</b> bà con & các bác' }]);
  expect(read('reactions')).toMatchObject([{ emoji: ['👍'] }]);
  expect(read('questions')).toMatchObject([{ question: 'Làm sổ đỏ ở đâu?', isPrivate: true }]);
  expect(read('decisions-about-me')).toMatchObject([{ action: 'remove', reason: 'Xúc phạm người khác' }]);
  expect(files.get('index.html')).toContain('Chào &lt;i&gt;cả ngõ&lt;/i&gt; &amp; xóm');
});

test('more talk than one page of the database is in the archive whole', async () => {
  const commune = await hub.commune();
  const lan = await withPassphrase(await commune.person({ tdp13: 'resident' }));
  await say(lan, commune, 'Lời đầu');
  await hub.em.execute(
    `insert into message (id, channel_id, seq, version, author_id, client_id, text, created_at)
     select gen_random_uuid(), channel_id, n, n, author_id, gen_random_uuid(), 'Lời ' || n, created_at
     from message, generate_series(2, 2300) n where author_id = ?`,
    [lan.id],
  );
  const messages = JSON.parse((await archiveOf(lan)).get('messages.json')!) as { text: string }[];
  expect(new Set(messages.map(({ text }) => text)).size).toBe(2300);
});

test('the archive asks for the passphrase, is for the one device, once, and not often', async () => {
  const strict = await bootHub({ databaseUrl: hub.databaseUrl, config: { rateLimitScale: 1 } });
  const commune = await strict.commune();
  const lan = await withPassphrase(await commune.person({ tdp13: 'resident' }));
  const found = await commune.signIn(lan);
  expect((await lan.request('me.download')).status).toBe(403);
  expect(await lan.refusal('me.export', { body: { passphrase: 'đoán mò' } })).toBe('bad_credentials');
  await lan.call('me.export', { body });
  expect((await found.request('me.download')).status).toBe(403);
  expect((await lan.request('me.download')).status).toBe(200);
  expect((await lan.request('me.download')).status).toBe(403);
  await lan.call('me.export', { body });
  await lan.call('me.export', { body });
  expect(await lan.refusal('me.export', { body })).toBe('rate_limited');
});

/** All that tells who somebody was, wherever the database keeps it. */
async function traces(personId: string): Promise<Record<string, number>> {
  const owned = await hub.em.execute<{ table: string; column: string }[]>(
    `select k.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid = 'person'::regclass and k.confdeltype = 'c'`,
  );
  const counts = await Promise.all(
    owned.map(async ({ table, column }) => {
      const [row] = await hub.em.execute<{ count: string }[]>(
        `select count(*) from ${table} where ${column} = ?`,
        [personId],
      );
      return [`${table}.${column}`, Number(row!.count)] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

test('a deleted account: out at once on all devices, nameless before everyone’s eyes; evidence stays', async () => {
  const { commune, author, lan: reporter, minh, moderator, found } = await flagged(hub);
  await moderator.call('case.decide', decision(found));
  await withPassphrase(author, '+84987654321');
  const phone = await (await commune.signIn(author)).connect();
  await author.connect();
  const channelId = commune.chats.tdp13!.id;
  const word = await say(minh, commune, 'Chúc bác mạnh khoẻ');
  await say(author, commune, 'Tôi sắp chuyển đi');
  await react(author, word.id);
  await react(reporter, word.id);
  await author.call('channel.read', { params: { channelId }, body: { seq: 3 } });
  await author.call('person.block', { params: { personId: minh.id }, body: { isBlocked: true } });
  await reporter.call('person.block', { params: { personId: author.id }, body: { isBlocked: true } });
  await minh.connect();
  const before = await readTimeline(minh, channelId);
  expect(Object.keys(await traces(author.id)).length).toBeGreaterThan(4);

  expect(await author.refusal('me.remove', { body: { passphrase: 'đoán mò' } })).toBe('bad_credentials');
  await author.call('me.remove', { body });
  await until('both devices are cut', () => !author.isConnected && !phone.isConnected);
  expect(await phone.refusal('me.get')).toBe('unauthenticated');
  expect(await traces(author.id)).toEqual({});

  await minh.hears('person.changed', ({ personId }) => personId === author.id);
  await minh.hears('member.left', ({ personId }) => personId === author.id);
  await minh.settles();
  const after = await readTimeline(minh, channelId);
  expect(shown(minh.heard.reduce(applyEvent, before))).toEqual(shown(after));
  expect(after.messages.map(({ author: by, text }) => [by.name, text])).toEqual([
    [FORMER_NAME, ''],
    [minh.name, 'Chúc bác mạnh khoẻ'],
    [FORMER_NAME, 'Tôi sắp chuyển đi'],
  ]);
  expect(after.messages[1]!.reactions).toEqual([{ emoji: '👍', count: 1 }]);
  expect(await minh.refusal('person.get', { params: { personId: author.id } })).toBe('not_found');
  expect((await reporter.call('me.get')).blocked).toEqual([]);

  // The case, its flags and its decision are as they were; the log names nobody.
  const kept = await moderator.call('case.get', { params: { caseId: found.id } });
  expect(kept).toMatchObject({ author: { name: FORMER_NAME }, text: 'Câu nặng lời' });
  expect(kept.decisions).toHaveLength(1);
  const [entry] = await hub.em.execute<{ data: object }[]>(
    `select data from audit_entry where act = 'account.removed' and subject_id = ?`,
    [author.id],
  );
  expect(entry!.data).toEqual({});
  const [person] = await hub.em.execute('select phone, passphrase_hash from person where id = ?', [
    author.id,
  ]);
  expect(person).toEqual({ phone: '', passphrase_hash: '' });

  // The number is free: whoever has it begins anew.
  const visitor = hub.visitor();
  const signIn = { phone: '0987654321', passphrase: PASSPHRASE };
  expect(await visitor.refusal('session.create', { body: signIn })).toBe('bad_credentials');
  const invitation = await minh.call('invitation.create', {
    params: { groupId: commune.groups.tdp13!.id },
    body: { isPreApproved: true, days: 7 },
  });
  const join = { name: 'Phạm Văn Mới', ...signIn, household: { id: commune.households.tdp13!.id } };
  await visitor.call('invitation.join', { params: { code: invitation.code }, body: join });
  expect((await visitor.call('me.get')).id).not.toBe(author.id);
});

test('who goes takes their votes and answers out of what still runs; what is over stands as it was counted', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const lan = await withPassphrase(await commune.person({ tdp13: 'resident' }));
  const minh = await (await commune.person({ tdp13: 'resident' })).connect();
  const ask = (text: string, carries: Carries) =>
    minh.call('message.create', { params: { channelId }, body: { clientId: randomUUID(), text, carries } });
  const poll = { ...plainPoll, isAnonymous: true, isFinal: true };
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  const gathering = { startsAt, endsAt: null, place: 'Nhà văn hoá', note: '', by: 'person' as const };
  const [running, closed] = [await ask('Ngày nào?', { poll }), await ask('Hôm nào?', { poll })];
  const [ahead, past] = [await ask('Họp tổ', { gathering }), await ask('Dọn ngõ', { gathering })];
  for (const actor of [lan, minh]) {
    for (const { id: messageId } of [running, closed])
      await actor.call('poll.vote', { params: { messageId }, body: { choices: [0] } });
    for (const { id: messageId } of [ahead, past])
      await actor.call('gathering.answer', { params: { messageId }, body: { coming: 'yes', people: 2 } });
  }
  await minh.call('poll.close', { params: { messageId: closed.id } });
  await hub.em.execute(
    `update message set carried = jsonb_set(carried, '{gathering,startsAt}', '"2026-01-01T00:00:00.000Z"') where id = ?`,
    [past.id],
  );
  const before = await readTimeline(minh, channelId);
  minh.heard.length = 0;
  await lan.call('me.remove', { body });
  await minh.hears('person.changed');
  await minh.settles();

  const after = await readTimeline(minh, channelId);
  expect(shown(minh.heard.reduce(applyEvent, before))).toEqual(shown(after));
  const carried = ({ id }: { id: string }) => after.messages.find((message) => message.id === id)!.carried!;
  expect(carried(running).poll).toMatchObject({ voters: 1, counts: [1, 0] });
  expect(carried(closed).poll).toMatchObject({ voters: 2, counts: [2, 0] });
  expect(carried(ahead).gathering!.counts).toMatchObject({ yes: 1, people: 2 });
  expect(carried(past).gathering!.counts).toMatchObject({ yes: 2, people: 4 });
  // Nothing that is left tells who it was, and no count of later brings them back or loses them.
  expect(
    Object.keys(await traces(lan.id)).filter((where) => !/^(poll_vote|gathering_answer)/.test(where)),
  ).toEqual([]);
  const results = await minh.call('poll.get', { params: { messageId: closed.id } });
  expect(results.results).toMatchObject({ voters: 2, counts: [2, 0] });
});

test('what was on its way when an account ends is in no count either', async () => {
  const commune = await hub.commune();
  const lan = await withPassphrase(await commune.person({ tdp13: 'resident' }));
  const minh = await commune.person({ tdp13: 'resident' });
  const words = await Promise.all(
    Array.from({ length: 40 }, (_, place) => say(minh, commune, `Câu ${place}`)),
  );
  await react(lan, words[0]!.id);
  await minh.call('message.delete', { params: { messageId: words[0]!.id } });
  const reactions = words.slice(1).map(({ id }) => react(lan, id));
  await Promise.allSettled([...reactions, lan.call('me.remove', { body })]);
  const { messages } = await readTimeline(minh, commune.chats.tdp13!.id);
  expect(messages.flatMap(({ reactions: counted }) => counted)).toEqual([]);
  expect(await hub.em.execute('select from reaction where person_id = ?', [lan.id])).toEqual([]);
});

test('what somebody of the team had taken waits for the others again', async () => {
  const { commune, lan, moderator, colleague, found } = await flagged(hub);
  await moderator.call('case.claim', {
    params: { caseId: found.id },
    body: { version: found.version, isClaimed: true },
  });
  const tech = await withPassphrase(await commune.person({ commune: 'tech' }));
  const procedure = await addProcedure(commune);
  const ask = {
    clientId: randomUUID(),
    procedureId: procedure.id,
    question: 'Ai trả lời?',
    isPrivate: false,
  };
  const { id: threadId } = await lan.call('thread.create', { body: ask });
  await tech.call('thread.take', { params: { threadId } });
  await colleague.connect();
  await withPassphrase(moderator, '+84911111111');
  await moderator.call('me.remove', { body });
  expect(await colleague.hears('case.changed')).toMatchObject({ claimedBy: null, status: 'open' });
  await tech.call('me.remove', { body });
  expect(await colleague.hears('thread.changed')).toMatchObject({
    id: threadId,
    status: 'open',
    takenBy: null,
  });
});

test('the last administrator of a commune, and the last head of a group, hand over first', async () => {
  const commune: TestCommune = await hub.commune();
  const admin = await withPassphrase(await commune.person({ commune: 'admin' }));
  const head = await withPassphrase(await commune.person({ tdp13: 'head' }));
  expect(await admin.refusal('me.remove', { body })).toBe('last_admin');
  expect(await head.refusal('me.remove', { body })).toBe('last_head');
  expect((await admin.call('me.get')).name).toBe(admin.name);
  await commune.person({ commune: 'admin' });
  await admin.call('me.remove', { body });
});
