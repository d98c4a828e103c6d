import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { applyToChannel } from '../shared/badge.ts';
import { applyEvent, applySync } from '../shared/timeline.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { until, type Actor } from './support/actor.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();

const say = (
  actor: Actor,
  commune: TestCommune,
  text: string,
  more: { replyTo?: string; clientId?: string } = {},
) =>
  actor.call('message.create', {
    params: { channelId: commune.chats.tdp13!.id },
    body: { clientId: randomUUID(), text, ...more },
  });

const openChat = (actor: Actor, commune: TestCommune) => readTimeline(actor, commune.chats.tdp13!.id);

test('what one says, the others of the group hear, in order and with the author’s seat', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const head = await commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'] });
  const first = await say(head, commune, 'Chào bà con');
  const second = await say(head, commune, 'Sáng thứ Bảy dọn ngõ ạ', { replyTo: first.id });
  await lan.hears('message.created', ({ id }) => id === second.id);
  expect(lan.all('message.created')).toEqual([first, second]);
  expect(second).toMatchObject({
    seq: 2,
    version: 2,
    author: { id: head.id, seat: 'Tổ trưởng tổ 13' },
    replyTo: { id: first.id, seq: 1 },
  });
});

test('old state and its events are a fresh read: created, edited, deleted', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const head = await commune.person({ tdp13: 'head' });
  const kept = await say(lan, commune, 'Giá gạo hôm nay thế nào ạ?');
  const before = await openChat(lan, commune);
  const [badgeBefore] = (await lan.call('group.list')).flatMap(({ channels }) =>
    channels.filter(({ id }) => id === kept.channelId),
  );
  lan.heard.length = 0;
  const doomed = await say(head, commune, 'Gõ nhầm');
  const edited = await say(head, commune, 'Mười tám nghìn', { replyTo: kept.id });
  await head.call('message.edit', {
    params: { messageId: edited.id },
    body: { text: 'Mười tám nghìn một cân' },
  });
  const gone = await head.call('message.delete', { params: { messageId: doomed.id } });
  await lan.hears('message.deleted', ({ version }) => version === gone.version);

  const after = lan.heard.reduce(applyEvent, before);
  expect(shown(after)).toEqual(shown(await openChat(lan, commune)));
  expect(lan.heard.reduce(applyEvent, after)).toEqual(after);
  expect(after.messages.find(({ id }) => id === doomed.id)).toMatchObject({
    text: '',
    version: gone.version,
  });
  const badge = lan.heard.reduce((channel, event) => applyToChannel(channel, event, lan.id), badgeBefore!);
  expect(badge).toEqual(await lan.call('channel.get', { params: { channelId: kept.channelId } }));
  expect(badge.unread).toBe(1);
});

test('a repeat of a client id gives the first message, also many at once', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const clientId = randomUUID();
  const channelId = commune.chats.tdp13!.id;
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      index % 2
        ? lan
            .signal('message.send', { channelId, clientId, text: 'Một lần thôi' })
            .then((ack) => 'ok' in ack && ack.ok)
        : say(lan, commune, 'Một lần thôi', { clientId }),
    ),
  );
  expect(new Set(answers.map((answer) => answer && answer.id)).size).toBe(1);
  const { messages, version } = await openChat(lan, commune);
  expect(messages).toHaveLength(1);
  expect(version).toBe(1);
});

test('many at once get places without holes, and one packet carries several', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const channelId = commune.chats.tdp13!.id;
  const texts = Array.from({ length: 200 }, (_, index) => `tin ${index}`);
  await Promise.all(
    texts.map((text) => lan.signal('message.send', { channelId, clientId: randomUUID(), text })),
  );
  await until('all heard', () => lan.all('message.created').length === texts.length);
  expect(lan.all('message.created').map(({ seq }) => seq)).toEqual(texts.map((_, index) => index + 1));
  expect(lan.all('message.created').map(({ text }) => text)).toEqual(texts);
  expect(lan.packets).toBeLessThan(texts.length);
});

test('a quiet channel hears at once; where one word follows the other, packets are few and full', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const channelId = commune.chats.tdp13!.id;
  const began = performance.now();
  for (let index = 1; index <= 30; index += 1)
    await lan.signal('message.send', { channelId, clientId: randomUUID(), text: `tin ${index}` });
  // The first is told before all others are said, though they are told together.
  expect(lan.all('message.created').length).toBeGreaterThan(0);
  await until('all heard', () => lan.all('message.created').length === 30);
  expect(lan.all('message.created').map(({ seq }) => seq)).toEqual(
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
  expect(lan.packets).toBeLessThanOrEqual(2 + (performance.now() - began) / 250);
});

test('who comes back gets exactly what was missed, edits and deletions included', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const head = await commune.person({ tdp13: 'head' });
  const old = await say(head, commune, 'Tin cũ');
  const recalled = await say(head, commune, 'Sẽ thu hồi');
  const state = await openChat(lan, commune);
  await head.call('message.edit', { params: { messageId: old.id }, body: { text: 'Tin cũ, đã sửa' } });
  await head.call('message.delete', { params: { messageId: recalled.id } });
  await say(head, commune, 'Tin mới');
  await lan.connect();
  const answer = await lan.signal('sync', { channelId: state.channelId, after: state.version });
  if (!('ok' in answer) || answer.ok.kind !== 'changes') throw new Error('sync was refused');
  expect(answer.ok.messages).toHaveLength(3);
  expect(shown(applySync(state, answer.ok))).toEqual(shown(await openChat(lan, commune)));
});

test('pages run both ways from any place', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  for (let index = 1; index <= 25; index += 1) await say(lan, commune, `tin ${index}`);
  const params = { channelId: commune.chats.tdp13!.id };
  const page = async (query: object) => {
    const { messages, hasBefore, hasAfter } = await lan.call('message.list', {
      params,
      query: { limit: 10, ...query },
    });
    return { seqs: [messages[0]?.seq, messages.at(-1)?.seq], hasBefore, hasAfter };
  };
  expect(await page({})).toEqual({ seqs: [16, 25], hasBefore: true, hasAfter: false });
  expect(await page({ before: 16 })).toEqual({ seqs: [6, 15], hasBefore: true, hasAfter: true });
  expect(await page({ before: 6 })).toEqual({ seqs: [1, 5], hasBefore: false, hasAfter: true });
  expect(await page({ after: 20 })).toEqual({ seqs: [21, 25], hasBefore: true, hasAfter: false });
  expect(await page({ around: 12 })).toEqual({ seqs: [7, 16], hasBefore: true, hasAfter: true });
});

test('a resident of group 12 can neither read nor guess anything of group 13', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const other = await (await commune.person({ tdp12: 'resident' })).connect();
  const message = await say(lan, commune, 'Chuyện riêng của tổ 13');
  const channelId = commune.chats.tdp13!.id;
  const nowhere = randomUUID();
  for (const id of [channelId, nowhere]) {
    expect(await other.refusal('message.list', { params: { channelId: id }, query: {} })).toBe('not_found');
    expect(await other.refusal('channel.get', { params: { channelId: id } })).toBe('not_found');
    expect(await other.refusal('channel.read', { params: { channelId: id }, body: { seq: 1 } })).toBe(
      'not_found',
    );
    const body = { clientId: randomUUID(), text: 'chen vào' };
    expect(await other.refusal('message.create', { params: { channelId: id }, body })).toBe('not_found');
    for (const answer of [
      await other.signal('sync', { channelId: id, after: 0 }),
      await other.signal('typing.start', { channelId: id }),
      await other.signal('message.send', { channelId: id, ...body }),
    ]) {
      expect(answer).toEqual({ error: { code: 'not_found' } });
    }
  }
  for (const id of [message.id, nowhere]) {
    expect(await other.refusal('message.get', { params: { messageId: id } })).toBe('not_found');
    expect(await other.refusal('message.edit', { params: { messageId: id }, body: { text: 'x' } })).toBe(
      'not_found',
    );
    expect(await other.refusal('message.delete', { params: { messageId: id } })).toBe('not_found');
  }
  const groupId = commune.groups.tdp13!.id;
  expect(await other.signal('presence.watch', { groupId })).toEqual({ error: { code: 'not_found' } });
  await other.settles();
  expect(other.all('message.created')).toEqual([]);
  const mine = (await other.call('group.list')).flatMap(({ channels }) => channels.map(({ id }) => id));
  expect(mine).not.toContain(channelId);
});

test('a reply cannot quote another channel, and only one’s own words can be changed', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const neighbour = await commune.person({ tdp13: 'resident', tdp12: 'resident' });
  const elsewhere = await neighbour.call('message.create', {
    params: { channelId: commune.chats.tdp12!.id },
    body: { clientId: randomUUID(), text: 'Ở tổ 12' },
  });
  const channelId = commune.chats.tdp13!.id;
  const body = { clientId: randomUUID(), text: 'Trích', replyTo: elsewhere.id };
  expect(await neighbour.refusal('message.create', { params: { channelId }, body })).toBe('not_found');
  const message = await say(lan, commune, 'Của tôi');
  const params = { messageId: message.id };
  expect(await neighbour.refusal('message.edit', { params, body: { text: 'của người khác' } })).toBe(
    'forbidden',
  );
  expect(await neighbour.refusal('message.delete', { params })).toBe('forbidden');
  await lan.call('message.delete', { params });
  expect(await lan.refusal('message.edit', { params, body: { text: 'muộn rồi' } })).toBe('not_found');
});

test('bad input is refused, by REST and by socket, and nothing of it is kept', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const channelId = commune.chats.tdp13!.id;
  for (const body of [
    {},
    { clientId: 'x', text: 'a' },
    { clientId: randomUUID(), text: '   ' },
    { clientId: randomUUID(), text: 'a'.repeat(4001) },
  ]) {
    expect(await lan.refusal('message.create', { params: { channelId }, body } as never)).toBe('bad_request');
    const ack = await lan.signal('message.send', { channelId, ...body } as never);
    expect(ack).toMatchObject({ error: { code: 'bad_request' } });
  }
  const notices = (await lan.call('group.list'))
    .flatMap(({ channels }) => channels)
    .find(({ kind }) => kind === 'notices')!;
  const body = { clientId: randomUUID(), text: 'nói vào kênh thông báo' };
  expect(await lan.refusal('message.create', { params: { channelId: notices.id }, body })).toBe('forbidden');
  expect((await openChat(lan, commune)).messages).toEqual([]);
});

test('a socket needs a session, and ends with it', async () => {
  const commune = await hub.commune();
  await expect(hub.visitor().connect()).rejects.toThrow('unauthenticated');
  const phone = await (await commune.person({ tdp13: 'resident' })).connect();
  const desk = await commune.signIn(phone);
  const other = (await desk.call('session.list')).find(({ isCurrent }) => !isCurrent)!;
  await desk.call('session.endOther', { params: { sessionId: other.id } });
  await until('the socket is cut', () => !phone.isConnected);
  expect(await phone.refusal('session.list')).toBe('unauthenticated');
});
