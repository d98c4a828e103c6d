// Several processes on one database and one Redis: whoever is on one hears what happens on the other.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bootHub } from './support/app.ts';
import { connectRedis } from '../server/platform/redis.ts';
import { decision, flagged, quarrel, report } from './support/moderation.ts';
import { Actor, until } from './support/actor.ts';
import { redisUrl } from './support/services.ts';

const first = await bootHub({ redisUrl: redisUrl() });
const second = await bootHub({ redisUrl: redisUrl(), databaseUrl: first.databaseUrl });

const onSecond = (actor: Actor) => new Actor(second.url, actor.cookie, actor);

test('messages, presence and typing cross between processes', async () => {
  const commune = await first.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const groupId = commune.groups.tdp13!.id;
  expect(await lan.signal('presence.watch', { groupId })).toEqual({ ok: [lan.id] });
  const head = await onSecond(await commune.person({ tdp13: 'head' })).connect();
  await lan.hears('presence.changed', ({ personId, isOnline }) => personId === head.id && isOnline);
  expect(await lan.signal('presence.watch', { groupId })).toEqual({
    ok: expect.arrayContaining([lan.id, head.id]),
  });
  const channelId = commune.chats.tdp13!.id;
  await head.signal('typing.start', { channelId });
  await lan.hears('typing.changed', ({ personId }) => personId === head.id);
  const ack = await head.signal('message.send', {
    channelId,
    clientId: randomUUID(),
    text: 'Từ máy bên kia',
  });
  if (!('ok' in ack)) throw new Error('not sent');
  expect(await lan.hears('message.created')).toEqual(ack.ok);
  head.disconnect();
});

test('who is muted in one process cannot speak in the other, from the moment they hear of it', async () => {
  const { commune, author, moderator, found } = await flagged(first);
  const quan = await onSecond(author).connect();
  const channelId = commune.chats.tdp13!.id;
  const say = (text: string) => quan.signal('message.send', { channelId, clientId: randomUUID(), text });
  expect(await say('Còn nói được')).toHaveProperty('ok');
  await moderator.call('case.decide', decision(found, { muteDays: 1 }));
  await quan.hears('place.changed');
  expect(await say('Lời nữa')).toMatchObject({ error: { code: 'muted' } });
});

test('both processes write one channel at once: one order, no holes, nothing twice', async () => {
  const commune = await first.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const head = await onSecond(await commune.person({ tdp13: 'head' })).connect();
  const channelId = commune.chats.tdp13!.id;
  const shared = Array.from({ length: 40 }, () => randomUUID());
  const acks = await Promise.all(
    shared.flatMap((clientId, index) => [
      lan.signal('message.send', { channelId, clientId, text: `lan ${index}` }),
      onSecondTwin(clientId, index),
      head.signal('message.send', { channelId, clientId: randomUUID(), text: `tổ trưởng ${index}` }),
    ]),
  );
  function onSecondTwin(clientId: string, index: number) {
    // The same client id by the other process in the same moment: the race that the unique key decides.
    return onSecond(lan)
      .call('message.create', { params: { channelId }, body: { clientId, text: `lan ${index}` } })
      .then((ok) => ({ ok }));
  }
  expect(acks.every((ack) => 'ok' in ack)).toBe(true);
  const { messages, version } = await lan.call('message.list', {
    params: { channelId },
    query: { limit: 100 },
  });
  expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
  expect(version).toBe(80);
  await until('all heard', () => new Set(lan.all('message.created').map(({ id }) => id)).size === 80);
  head.disconnect();
});

test('a session that is ended on one process is cut on the other', async () => {
  const commune = await first.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const phone = await onSecond(await commune.signIn(lan)).connect();
  const other = (await lan.call('session.list')).find(({ isCurrent }) => !isCurrent)!;
  await lan.call('session.endOther', { params: { sessionId: other.id } });
  await until('the socket is cut', () => !phone.isConnected);
});

test('someone who is admitted on one process hears their group on the other at once', async () => {
  const commune = await first.commune();
  const head = await commune.person({ tdp13: 'head' });
  const newcomer = await onSecond(await commune.person({})).connect();
  const invitation = await head.call('invitation.create', {
    params: { groupId: commune.groups.tdp13!.id },
    body: { isPreApproved: false },
  });
  await newcomer.call('invitation.accept', {
    params: { code: invitation.code },
    body: { household: { id: commune.households.tdp13!.id } },
  });
  const [request] = await head.call('member.requests');
  await head.call('member.decide', { params: { membershipId: request!.id }, body: { admit: true } });
  const channelId = commune.chats.tdp13!.id;
  await until('the newcomer is seated', async () => {
    await head.call('message.create', {
      params: { channelId },
      body: { clientId: randomUUID(), text: 'Chào mừng' },
    });
    return newcomer.all('message.created').length > 0;
  });
  newcomer.disconnect();
});

test('what was lost between processes is made good when the line stands again', async () => {
  const { commune, lan, moderator, message } = await quarrel(first);
  const judge = await onSecond(moderator).connect();
  const gone = await onSecond(await commune.person({ tdp13: 'resident' })).connect();
  // As if the second process had not been told of either.
  await first.em.execute(`update membership set role = 'resident' where person_id = ?`, [moderator.id]);
  await first.em.execute('delete from session where person_id = ?', [gone.id]);
  const redis = await connectRedis(redisUrl());
  await redis.call('client', 'kill', 'type', 'pubsub');
  redis.disconnect();
  await until('the ended session is cut', () => !gone.isConnected);
  await lan.call('flag.create', report(message.id));
  await judge.settles();
  expect(judge.all('case.opened')).toEqual([]);
});
