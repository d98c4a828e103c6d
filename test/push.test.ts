// Devices that are told while no window is open, against a push service of our own that opens what it gets.
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import type { MyAttention } from '../shared/attention.ts';
import { Jobs } from '../server/platform/jobs.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { until, type Actor } from './support/actor.ts';
import { provenBy, startPushService } from './support/push-service.ts';

const hub = await bootHub({
  config: { allowsPushToLoopback: true, publicOrigins: ['https://dinh.example'] },
});
const service = await startPushService();
afterAll(service.close);

/** Tests run at night too. */
const awake: MyAttention = { quiet: null, notice: true, talk: true };
const rest: MyAttention = { ...awake, quiet: { from: '00:00', to: '23:59' } };

async function neighbour(commune: TestCommune, attention = awake): Promise<Actor> {
  const person = await commune.person({ tdp13: 'resident' });
  await person.call('me.attend', { body: attention });
  return person;
}

const say = (actor: Actor, commune: TestCommune, text: string) =>
  actor.call('message.create', {
    params: { channelId: commune.chats.tdp13!.id },
    body: { clientId: randomUUID(), text },
  });

const publish = (actor: Actor, commune: TestCommune, urgency: 'urgent' | 'notice', title: string) =>
  actor.call('notice.publish', {
    body: {
      title,
      body: 'Xin bà con lưu ý.',
      urgency,
      isPublic: false,
      groupIds: [commune.groups.tdp13!.id],
    },
  });

test('what is said wakes a neighbour: sealed, signed, and leading to its place; many words become one letter', async () => {
  const commune = await hub.commune();
  const lan = await neighbour(commune);
  const hoa = await neighbour(commune);
  const device = await service.deviceOf(lan);
  const own = await service.deviceOf(hoa);
  await say(hoa, commune, 'Tối nay cúp nước');
  const first = await device.gets('talk');
  const channelId = commune.chats.tdp13!.id;
  expect(first).toEqual({
    kind: 'talk',
    href: `/app/channels/${channelId}`,
    place: 'tdp13 · chat',
    count: 1,
    authors: [hoa.name],
    isMentioned: false,
    words: 'Tối nay cúp nước',
  });
  const [{ headers, letter }] = device.received as [(typeof device.received)[0]];
  const { publicKey } = await lan.call('push.get');
  expect(provenBy(publicKey, headers)).toMatchObject({
    aud: new URL(device.endpoint).origin,
    sub: 'https://dinh.example',
  });
  expect(headers).toMatchObject({ ttl: '43200', urgency: 'normal', 'content-encoding': 'aes128gcm' });
  expect(headers.topic).toMatch(/^[\w-]{32}$/);
  expect(letter.locale).toBe('vi');

  await say(hoa, commune, 'Từ 20 giờ');
  await say(hoa, commune, 'đến 22 giờ');
  // The minute is not waited for: the clock of what was told is put back, and the job that waits is called at once.
  const wait = `select start_after > now() as waits from jobs.job where name = 'push.channel' and singleton_key = ?`;
  await until('the rest waits for its minute', async () => {
    const [row] = await hub.em.fork().execute<{ waits: boolean }[]>(wait, [channelId]);
    return row?.waits;
  });
  expect(device.received).toHaveLength(1);
  await hub.em
    .fork()
    .execute(`update push_told set told_at = now() - interval '61 seconds' where channel_id = ?`, [
      channelId,
    ]);
  await hub.em
    .fork()
    .execute(`update jobs.job set start_after = now() where name = 'push.channel' and singleton_key = ?`, [
      channelId,
    ]);
  expect(await device.gets('talk', ({ count }) => count > 1)).toMatchObject({
    count: 3,
    words: 'đến 22 giờ',
  });
  expect(device.received).toHaveLength(2);
  expect(own.received).toEqual([]);
});

test('levels, mutes, rest and a window that looks at the channel hold talk back; what is urgent passes all of them', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const head = await commune.person({ tdp13: 'head' });
  const attend = (actor: Actor, level: 'all' | 'mentions' | 'none', mutedUntil: string | null = null) =>
    actor.call('channel.attend', { params: { channelId }, body: { level, mutedUntil } });
  const silent: Record<string, Actor> = {
    none: await neighbour(commune),
    muted: await neighbour(commune),
    unnamed: await neighbour(commune),
    off: await neighbour(commune, { ...awake, talk: false }),
    resting: await neighbour(commune, rest),
    looking: await (await neighbour(commune)).connect(),
  };
  await attend(silent.none!, 'none');
  await attend(silent.muted!, 'all', new Date(Date.now() + 3_600_000).toISOString());
  await attend(silent.unnamed!, 'mentions');
  expect(await silent.looking!.signal('channel.watch', { channelId })).toEqual({ ok: {} });
  const named = await neighbour(commune);
  await attend(named, 'mentions');
  const devices = new Map<string, Awaited<ReturnType<typeof service.deviceOf>>>();
  for (const [why, actor] of Object.entries(silent)) devices.set(why, await service.deviceOf(actor));
  const heard = await service.deviceOf(named);

  await head.call('message.create', {
    params: { channelId },
    body: {
      clientId: randomUUID(),
      text: `@${named.name} xem giúp`,
      carries: { mentions: [{ kind: 'person', id: named.id }] },
    },
  });
  expect(await heard.gets('talk')).toMatchObject({ isMentioned: true, count: 1 });
  expect([...devices].filter(([, { received }]) => received.length > 0)).toEqual([]);

  await publish(head, commune, 'urgent', 'Lũ về, đưa người già lên nhà văn hoá');
  for (const device of devices.values())
    expect(await device.gets('notice')).toMatchObject({
      urgency: 'urgent',
      title: 'Lũ về, đưa người già lên nhà văn hoá',
    });
  await heard.gets('notice');
  expect(heard.received.at(-1)!.headers).toMatchObject({ urgency: 'high' });

  // Where one only rests, what was held back comes when the rest is over, in one letter.
  const digest = `select data from jobs.job where name = 'push.digest' and singleton_key = ?`;
  const { resting: sleeper } = silent as { resting: Actor };
  expect(await hub.em.fork().execute(digest, [sleeper.id])).toHaveLength(1);
  await hub.em
    .fork()
    .execute(`update jobs.job set start_after = now() where name = 'push.digest' and singleton_key = ?`, [
      sleeper.id,
    ]);
  expect(await devices.get('resting')!.gets('digest')).toMatchObject({
    messages: 1,
    places: ['tdp13'],
    notices: 1,
  });
});

test('a notification wakes its person; who hides words is not sent any; who signs out is told no more', async () => {
  const commune = await hub.commune();
  const lan = await neighbour(commune);
  const hoa = await neighbour(commune);
  const head = await commune.person({ tdp13: 'head' });
  const open = await service.deviceOf(lan);
  const hiding = await service.deviceOf(await commune.signIn(lan), { hidesWords: true, locale: 'en' });
  await publish(head, commune, 'notice', 'Khám tiểu đường miễn phí');
  expect(await open.gets('notice')).toMatchObject({ title: 'Khám tiểu đường miễn phí' });
  expect(await hiding.gets('notice')).toMatchObject({ title: null, words: null });
  expect(hiding.received[0]!.letter.locale).toBe('en');

  await lan.call('push.unsubscribe');
  expect((await lan.call('push.get')).device).toBeNull();
  const phone = await commune.signIn(lan);
  const gone = await service.deviceOf(phone);
  await phone.call('session.end');
  await say(hoa, commune, 'Chào cả tổ');
  expect(await hiding.gets('talk')).toMatchObject({ words: null, count: 1, authors: [hoa.name] });
  expect([open.received.length, gone.received.length]).toEqual([1, 0]);
});

test('a device that is gone is forgotten; one that cannot be reached is tried again as a job', async () => {
  const commune = await hub.commune();
  const lan = await neighbour(commune);
  const minh = await neighbour(commune);
  const head = await commune.person({ tdp13: 'head' });
  const gone = await service.deviceOf(lan);
  const away = await service.deviceOf(minh);
  gone.status = 410;
  away.status = 503;
  const notice = await publish(head, commune, 'notice', 'Họp tổ tối thứ bảy');
  await until('the one that is gone is forgotten', async () => (await lan.call('push.get')).device === null);
  await until('the other one was tried', () => away.knocks > 0);
  const retry = `update jobs.job set start_after = now() where name = 'push.again' and state = 'created'
    and data -> 'about' ->> 'noticeId' = ? returning id`;
  away.status = 201;
  await until('it is tried again', async () => (await hub.em.fork().execute(retry, [notice.id])).length > 0);
  expect(await away.gets('notice')).toMatchObject({ title: 'Họp tổ tối thứ bảy' });
  expect(away.knocks).toBe(2);
});

test('what is tried again goes only to whom it still may wake', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const head = await commune.person({ tdp13: 'head' });
  const [muting, resting, open] = [
    await neighbour(commune),
    await neighbour(commune),
    await neighbour(commune),
  ];
  const devices = [
    await service.deviceOf(muting),
    await service.deviceOf(resting),
    await service.deviceOf(open),
  ];
  for (const device of devices) device.status = 503;
  await say(head, commune, 'Tối nay họp tổ');
  await until('all were tried', () => devices.every(({ knocks }) => knocks > 0));
  await muting.call('channel.attend', { params: { channelId }, body: { level: 'none', mutedUntil: null } });
  await resting.call('me.attend', { body: rest });
  for (const device of devices) device.status = 201;
  const retry = `update jobs.job set start_after = now() where name = 'push.again' and state = 'created'
    and data -> 'about' ->> 'channelId' = ? returning id`;
  let retried = 0;
  await until('all are tried again', async () => {
    retried += (await hub.em.fork().execute(retry, [channelId])).length;
    return retried >= 3;
  });
  expect(await devices[2]!.gets('talk')).toMatchObject({ count: 1 });
  const left = `select from jobs.job where name = 'push.again' and state in ('created', 'active', 'retry')
    and data -> 'about' ->> 'channelId' = ?`;
  await until('all jobs are done', async () => (await hub.em.fork().execute(left, [channelId])).length === 0);
  expect(devices.map(({ received }) => received.length)).toEqual([0, 0, 1]);
  const digest = `select from jobs.job where name = 'push.digest' and singleton_key = ?`;
  expect(await hub.em.fork().execute(digest, [resting.id])).toHaveLength(1);
});

test('a notice is told once, however many groups it goes to', async () => {
  const commune = await hub.commune();
  for (let number = 1; number <= 8; number += 1) await commune.group(`tdp${number}`, 'residential', number);
  const official = await commune.person({ commune: 'official' });
  const groupIds = Object.values(commune.groups).map(({ id }) => id);
  const body = {
    title: 'Cúp nước',
    body: 'Từ 8 giờ.',
    urgency: 'notice' as const,
    isPublic: false,
    groupIds,
  };
  const { id } = await official.call('notice.publish', { body });
  const jobs = () =>
    hub.em
      .fork()
      .execute<{ state: string }[]>(
        `select state from jobs.job where name = 'push.notice' and data ->> 'noticeId' = ?`,
        [id],
      );
  await until('it was told', async () => (await jobs()).some(({ state }) => state === 'completed'));
  expect(await jobs()).toEqual([{ state: 'completed' }]);
});

test('a trial tells what became of it; nobody can have the hub write to a machine of its own network', async () => {
  const commune = await hub.commune();
  const lan = await neighbour(commune);
  expect(await lan.refusal('push.try')).toBe('not_found');
  const device = await service.deviceOf(lan);
  const { id, outcome } = await lan.call('push.try');
  expect(outcome).toBe('sent');
  expect(await device.gets('trial')).toEqual({ kind: 'trial', href: '/app/me/push', id });
  device.status = 502;
  expect((await lan.call('push.try')).outcome).toBe('unreachable');
  device.status = 410;
  expect((await lan.call('push.try')).outcome).toBe('gone');
  expect((await lan.call('push.get')).device).toBeNull();
  for (const endpoint of ['http://10.0.0.1/x', 'https://169.254.169.254/latest', 'https://postgres:5432/'])
    expect(await lan.refusal('push.subscribe', { body: { ...device.subscription(), endpoint } })).toBe(
      'bad_request',
    );
});

test('one key for all processes; its private half is nowhere to be read', async () => {
  const second = await bootHub({ databaseUrl: hub.databaseUrl });
  const commune = await hub.commune();
  const lan = await neighbour(commune);
  const { publicKey } = await lan.call('push.get');
  const answer = await fetch(`${second.url}/api/push`, { headers: { cookie: lan.cookie! } });
  expect(await answer.json()).toEqual({ publicKey, device: null });
  expect(second.app.get(Jobs)).toBeDefined();
});
