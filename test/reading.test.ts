// How far one has read: one marker for all devices, and badges that never lie.
import { expect, test } from 'vitest';
import { applyToChannel, isBehind } from '../shared/badge.ts';
import type { HubEvent } from '../shared/events.ts';
import { bootHub } from './support/app.ts';
import { say } from './support/moderation.ts';

const hub = await bootHub();

test('a read marker moves forward only, and all devices agree', async () => {
  const commune = await hub.commune();
  const phone = await (await commune.person({ tdp13: 'resident' })).connect();
  const desk = await (await commune.signIn(phone)).connect();
  const head = await commune.person({ tdp13: 'head' });
  for (const text of ['một', 'hai', 'ba']) await say(head, commune, text);
  const params = { channelId: commune.chats.tdp13!.id };
  expect(await phone.call('channel.read', { params, body: { seq: 2 } })).toMatchObject({
    readSeq: 2,
    unread: 1,
  });
  expect(await desk.hears('read.marked')).toMatchObject({ readSeq: 2, unread: 1 });
  expect(await desk.call('channel.read', { params, body: { seq: 1 } })).toMatchObject({
    readSeq: 2,
    unread: 1,
  });
  expect(await desk.call('channel.read', { params, body: { seq: 999 } })).toMatchObject({
    readSeq: 3,
    unread: 0,
  });
});

test('a marker that crosses new messages on its way leaves no false badge: it is right, or known to be doubtful', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const head = await commune.person({ tdp13: 'head' });
  const params = { channelId: commune.chats.tdp13!.id };
  await say(head, commune, 'một');
  const before = await lan.call('channel.get', { params });
  await say(head, commune, 'hai');
  const marked = await lan.call('channel.read', { params, body: { seq: 2 } });
  const last = await say(head, commune, 'ba');
  await lan.hears('message.created', ({ id }) => id === last.id);
  const after = await lan.call('channel.get', { params });
  expect(after).toMatchObject({ readSeq: 2, unread: 1 });

  const created = lan.all('message.created').filter(({ version }) => version > before.version);
  const told = created.map((payload): HubEvent => ['message.created', payload]);
  const mark: HubEvent = ['read.marked', marked];
  const orders = [0, 1, 2].flatMap((at) =>
    [0, 1, 2, 3].map((again) => told.toSpliced(at, 0, mark).toSpliced(again, 0, mark)),
  );
  const ends = orders.map((order) =>
    order.reduce(
      ({ badge, isDoubtful }, event) => ({
        badge: applyToChannel(badge, event, lan.id),
        isDoubtful: isDoubtful || isBehind(badge, event),
      }),
      { badge: before, isDoubtful: false },
    ),
  );
  for (const { badge, isDoubtful } of ends) if (!isDoubtful) expect(badge).toEqual(after);
  // In its own place the marker needs no question.
  expect(ends.filter(({ isDoubtful }) => !isDoubtful).length).toBeGreaterThan(0);
});
