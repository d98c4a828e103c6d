import { expect, test } from 'vitest';
import { demoKeys, DEMO_PASSPHRASE } from '../server/demo/demo.keys.ts';
import { demoSignIns, loadSongCau } from '../server/demo/load.ts';
import { SampleClock } from '../server/demo/load/clock.ts';
import { songCau } from '../server/demo/ward/ward.ts';
import { Person } from '../server/identity/person.entity.ts';
import { bootHub } from './support/app.ts';
import type { Actor } from './support/actor.ts';
import { createDatabase } from './support/services.ts';
import { breaches, query } from './support/ward-laws.ts';

const hub = await bootHub();
const beforeLoading = {
  list: await hub.visitor().call('demo.list'),
  signIn: await hub.visitor().refusal('demo.signIn', { body: { key: 'admin' } }),
  signIns: await demoSignIns(hub.databaseUrl),
};
const said: string[] = [];
await loadSongCau(hub.databaseUrl, (line) => said.push(line));

/** The sample people, signed in with one tap each. */
const people = Object.fromEntries(
  await Promise.all(
    demoKeys.map(async (key) => {
      const actor = hub.visitor();
      await actor.call('demo.signIn', { body: { key } });
      return [key, actor] as const;
    }),
  ),
) as Record<(typeof demoKeys)[number], Actor>;

test('without a demo commune nobody is offered, and no key opens anything', () => {
  expect(beforeLoading).toEqual({ list: [], signIn: 'not_found', signIns: [] });
});

test('seven people are offered, with their role and where they hold it', async () => {
  const list = await hub.visitor().call('demo.list');
  expect(list.map(({ key, role, group }) => [key, role, group])).toEqual([
    ['resident13', 'resident', 'Tổ dân phố 13'],
    ['resident12', 'resident', 'Tổ dân phố 12'],
    ['head13', 'head', 'Tổ dân phố 13'],
    ['official', 'official', 'Phường Sông Cầu'],
    ['tech', 'tech', 'Phường Sông Cầu'],
    ['moderator', 'moderator', 'Phường Sông Cầu'],
    ['admin', 'admin', 'Phường Sông Cầu'],
  ]);
  for (const { key, name } of list) {
    const me = await people[key as keyof typeof people].call('me.get');
    expect(me).toMatchObject({ name, commune: { slug: 'song-cau', isDemo: true } });
  }
});

test('a tap gives a session in an HttpOnly cookie; an unknown key is not found, a bad one refused', async () => {
  const answer = await hub.visitor().request('demo.signIn', { body: { key: 'tech' } });
  expect(answer.headers.get('set-cookie')).toMatch(/^dinh_session=[\w-]{43};.*HttpOnly/);
  expect(await hub.visitor().refusal('demo.signIn', { body: { key: 'minh13' } })).toBe('not_found');
  expect(await hub.visitor().refusal('demo.signIn', { body: { key: '' } })).toBe('not_found');
  expect(await hub.visitor().refusal('demo.signIn', { body: {} as never })).toBe('bad_request');
});

test('sample people also sign in by phone and passphrase', async () => {
  const signIns = await demoSignIns(hub.databaseUrl);
  expect(signIns).toHaveLength(demoKeys.length);
  for (const { phone, passphrase } of signIns) {
    const result = await hub.visitor().call('session.create', { body: { phone, passphrase } });
    expect(result).toEqual({ kind: 'signed_in' });
  }
  const couple = await hub
    .visitor()
    .call('session.create', { body: { phone: '0912000005', passphrase: DEMO_PASSPHRASE } });
  expect(couple).toMatchObject({ kind: 'choose', people: [{ name: 'Hà Văn Tư' }, { name: 'Lý Thị Mẩy' }] });
});

test('in a commune that is no demo a key opens nothing', async () => {
  const commune = await hub.commune();
  const real = await commune.person({ tdp13: 'resident' });
  const admin = await commune.person({ commune: 'admin' });
  const em = hub.em.fork();
  await em.nativeUpdate(Person, real.id, { demoKey: 'real' });
  await em.nativeUpdate(Person, admin.id, { demoKey: 'admin' });
  expect(await hub.visitor().refusal('demo.signIn', { body: { key: 'real' } })).toBe('not_found');
  const visitor = hub.visitor();
  await visitor.call('demo.signIn', { body: { key: 'admin' } });
  expect((await visitor.call('me.get')).commune.slug).toBe('song-cau');
  expect(await hub.visitor().call('demo.list')).toHaveLength(demoKeys.length);
  // Nor does a sample person who has moved into one.
  const moved = await commune.person({ tdp12: 'resident' });
  await em.nativeUpdate(Person, moved.id, { demoKey: 'moved' });
  await em.execute(
    `insert into membership (id, person_id, group_id, role, status, created_at)
     select gen_random_uuid(), ?, g.id, 'resident', 'active', now()
       from community_group g join commune c on c.id = g.commune_id where c.slug = 'song-cau' and g.number = 3`,
    [moved.id],
  );
  expect(await hub.visitor().refusal('demo.signIn', { body: { key: 'moved' } })).toBe('not_found');
  await em.execute(`delete from membership where person_id = ?`, [moved.id]);
});

test('taps are counted by address', async () => {
  const strict = await bootHub({ databaseUrl: hub.databaseUrl, config: { rateLimitScale: 0.01 } });
  for (let tap = 0; tap < 2; tap += 1)
    await strict.visitor().call('demo.signIn', { body: { key: 'resident13' } });
  expect(await strict.visitor().refusal('demo.signIn', { body: { key: 'resident13' } })).toBe('rate_limited');
});

test('the loaded ward breaks no law of the hub', async () => {
  const url = await createDatabase();
  await loadSongCau(url, () => undefined);
  expect(await breaches(url)).toEqual([]);
  const [counts] = await query(
    url,
    'select (select count(*)::int from message) as messages, (select count(*)::int from notice) as notices',
  );
  expect(counts).toEqual({ messages: songCau.lines.length, notices: songCau.notices.length });
  expect(said.join()).toContain('sample data');
});

test('a load that fails leaves nothing behind', async () => {
  const url = await createDatabase();
  await loadSongCau(url, () => undefined);
  await expect(loadSongCau(url, () => undefined)).rejects.toThrow();
  expect(await query(url, 'select count(*)::int from commune')).toEqual([{ count: 1 }]);
});

test('every list of every sample person parses, and badges are sane', async () => {
  for (const [key, actor] of Object.entries(people)) {
    const groups = await actor.call('group.list');
    let unread = 0;
    for (const channel of groups.flatMap(({ channels }) => channels)) {
      const { messages, version } = await actor.call('message.list', {
        params: { channelId: channel.id },
        query: { limit: 100 },
      });
      expect(version).toBe(channel.version);
      const missed = messages.filter(
        ({ seq, author, deletedAt, removedAt }) =>
          seq > channel.readSeq && author.id !== actor.id && !deletedAt && !removedAt,
      );
      expect(channel.unread).toBe(missed.length);
      expect(channel.unread).toBeLessThan(10);
      unread += channel.unread;
    }
    expect(unread, `unread of ${key}`).toBeGreaterThan(0);
    expect((await actor.call('notice.list')).length, `notices of ${key}`).toBeGreaterThan(5);
    expect((await actor.call('thread.list', { query: {} })).length).toBeGreaterThan(5);
    await actor.call('notification.list');
    await actor.call('member.requests');
  }
});

test('each desk has its work waiting', async () => {
  const { head13, moderator, tech, official, admin, resident12, resident13 } = people;
  const open = await moderator.call('case.list', { query: {} });
  expect(open.map(({ author }) => author.name)).toEqual(['Tô Trung Kiên', 'Đỗ Văn Quảng']);
  const decided = await moderator.call('case.list', { query: { status: 'decided' } });
  expect(decided.map(({ decisions }) => decisions.map(({ action }) => action))).toEqual([
    ['dismiss'],
    ['remove'],
  ]);
  const removed = await moderator.call('case.get', { params: { caseId: decided[1]!.id } });
  expect(removed.context.find(({ id }) => id === removed.subjectId)).toMatchObject({
    text: '',
    removedAt: decided[1]!.decisions[0]!.createdAt,
  });
  const queue = await tech.call('thread.list', { query: { view: 'queue' } });
  expect(queue.map(({ status }) => status)).toEqual(['taken', 'taken', 'open', 'open', 'open']);
  for (const desk of [head13, admin]) {
    expect(await desk.call('member.requests')).toMatchObject([
      { name: 'Nông Thị Kiều Oanh', status: 'pending' },
    ]);
  }
  expect(await official.call('member.requests')).toEqual([]);
  const [notice] = await official.call('notice.list');
  const reach = await official.call('notice.reach', { params: { noticeId: notice!.id } });
  expect(reach.groups).toHaveLength(17);
  const log = await moderator.call('audit.list', { query: {} });
  expect(log.map(({ createdAt }) => createdAt)).toEqual(
    log
      .map(({ createdAt }) => createdAt)
      .toSorted()
      .reverse(),
  );
  expect(new Set(log.map(({ act }) => act))).toEqual(
    new Set(['notice.published', 'case.decided', 'invitation.created']),
  );
  const kinds = async (actor: Actor) =>
    (await actor.call('notification.list')).map(({ kind, readAt }) => [kind, readAt === null]);
  expect((await kinds(head13))[0]).toEqual(['membership_requested', true]);
  for (const asker of [resident12, resident13])
    expect((await kinds(asker))[0]).toEqual(['thread_answered', true]);
  const author = hub.visitor();
  await author.call('session.create', { body: { phone: '0912000006', passphrase: DEMO_PASSPHRASE } });
  expect(await kinds(author)).toContainEqual(['message_removed', false]);
});

test('an invitation opens as it is printed, and the services take on from what was loaded', async () => {
  const preview = (code: string) => hub.visitor().call('invitation.preview', { params: { code } });
  expect(await preview('DEMO-TDP13')).toMatchObject({ isPreApproved: false, headName: 'Triệu Văn Thành' });
  expect(await preview('DEMO-VAO-NGAY')).toMatchObject({ isPreApproved: true, commune: { isDemo: true } });
  const { head13, resident13 } = people;
  const [request] = await head13.call('member.requests');
  const params = { membershipId: request!.id };
  expect(await head13.call('member.decide', { params, body: { admit: true } })).toMatchObject({
    status: 'active',
  });
  const channel = (await resident13.call('group.list'))
    .find(({ group }) => group.number === 13)!
    .channels.find(({ kind }) => kind === 'chat')!;
  const message = await resident13.call('message.create', {
    params: { channelId: channel.id },
    body: { clientId: crypto.randomUUID(), text: 'Chào cả tổ' },
  });
  expect(message).toMatchObject({ seq: channel.lastSeq + 1, version: channel.version + 1 });
  await resident13.call('message.delete', { params: { messageId: message.id } });
});

test('before the morning’s first line, today’s sample is yesterday’s', () => {
  const times = [{ daysAgo: 0, time: '06:30' }];
  const at = (now: string) => new SampleClock(new Date(now), times).at(times[0]!).toISOString();
  expect(at('2026-01-02T23:31:00Z')).toBe('2026-01-02T23:30:00.000Z');
  expect(at('2026-01-02T23:29:00Z')).toBe('2026-01-01T23:30:00.000Z');
  expect(at('2026-01-02T16:00:00Z')).toBe('2026-01-01T23:30:00.000Z');
});
