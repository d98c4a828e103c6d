// Who is there and who is typing: who hears of it, and how it ends.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bootHub } from './support/app.ts';
import { until } from './support/actor.ts';

const hub = await bootHub();

test('typing is told to the channel, presence to those who watch the group; both end', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const bystander = await (await commune.person({ tdp13: 'resident' })).connect();
  const groupId = commune.groups.tdp13!.id;
  expect(await lan.signal('presence.watch', { groupId })).toEqual({
    ok: expect.arrayContaining([lan.id, bystander.id]),
  });
  const head = await (await commune.person({ tdp13: 'head' })).connect();
  await lan.hears('presence.changed', ({ personId, isOnline }) => personId === head.id && isOnline);
  const channelId = commune.chats.tdp13!.id;
  const typed = () =>
    lan.all('typing.changed').flatMap(({ personId, isTyping }) => (personId === head.id ? [isTyping] : []));
  await head.signal('typing.start', { channelId });
  await until('typing is told', () => typed().length === 1);
  const { packets } = lan;
  await head.signal('message.send', { channelId, clientId: randomUUID(), text: 'Xong' });
  await until('typing ends', () => typed().length === 2);
  // With the words: each packet is a write to everybody who listens.
  expect(lan.packets).toBe(packets + 1);
  await head.signal('typing.start', { channelId });
  // Refused words end it, too: with five seconds of silence it would end by itself.
  const refused = { channelId, clientId: randomUUID(), text: 'Xong', replyTo: randomUUID() };
  expect(await head.signal('message.send', refused)).toMatchObject({ error: { code: 'not_found' } });
  await until('typing ends', () => typed().length === 4, 2_000);
  expect(typed()).toEqual([true, false, true, false]);
  // However often somebody says so, the others hear it now and then.
  const signals = Array.from({ length: 60 }, () => head.signal('typing.start', { channelId }));
  expect((await Promise.all(signals)).every((answer) => 'ok' in answer)).toBe(true);
  await lan.settles();
  expect(typed().length).toBeLessThan(10);
  head.disconnect();
  await lan.hears('presence.changed', ({ personId, isOnline }) => personId === head.id && !isOnline);
  expect(bystander.all('presence.changed')).toEqual([]);

  expect(await lan.signal('presence.watch', { groupId: null })).toEqual({ ok: [] });
  const other = await (await commune.person({ tdp13: 'resident' })).connect();
  expect(await bystander.signal('presence.watch', { groupId })).toMatchObject({ ok: expect.any(Array) });
  other.disconnect();
  await bystander.hears('presence.changed', ({ personId, isOnline }) => personId === other.id && !isOnline);
  expect(lan.all('presence.changed').some(({ personId }) => personId === other.id)).toBe(false);
});

test('who does not want to be seen is seen by nobody, neither there nor typing, from that moment on', async () => {
  const commune = await hub.commune();
  const moderator = await (await commune.person({ tdp13: 'resident', commune: 'moderator' })).connect();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const groupId = commune.groups.tdp13!.id;
  const channelId = commune.chats.tdp13!.id;
  const online = async () => {
    const answer = await moderator.signal('presence.watch', { groupId });
    return 'ok' in answer && answer.ok.includes(lan.id);
  };
  expect(await online()).toBe(true);
  const settings = { showsPresence: false, showsTyping: false };
  expect(await lan.call('me.update', { body: settings })).toMatchObject({ settings });
  await moderator.hears('presence.changed', ({ personId, isOnline }) => personId === lan.id && !isOnline);
  expect(await online()).toBe(false);
  expect(await lan.signal('typing.start', { channelId })).toEqual({ ok: {} });
  await lan.signal('message.send', { channelId, clientId: randomUUID(), text: 'Tôi vẫn ở đây' });
  await moderator.hears('message.created', ({ author }) => author.id === lan.id);
  expect(moderator.all('typing.changed')).toEqual([]);
  const again = await (await commune.signIn(lan)).connect();
  expect(await online()).toBe(false);

  await again.call('me.update', { body: { showsPresence: true, showsTyping: true } });
  await moderator.hears('presence.changed', ({ personId, isOnline }) => personId === lan.id && isOnline);
  await lan.signal('typing.start', { channelId });
  await moderator.hears('typing.changed', ({ personId, isTyping }) => personId === lan.id && isTyping);
});
