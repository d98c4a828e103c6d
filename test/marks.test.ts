// What is done with messages that stand: reactions, pins, their former words; and how a channel is kept.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { applyToChannel } from '../shared/badge.ts';
import { unlimited, type ChannelSettings } from '../shared/channels.ts';
import { applyEvent, applySync } from '../shared/timeline.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { until, type Actor } from './support/actor.ts';
import { decision, flagged, say } from './support/moderation.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();

const chatOf = (commune: TestCommune) => commune.chats.tdp13!.id;
const react = (actor: Actor, messageId: string, emoji: string, isOn = true) =>
  actor.call('message.react', { params: { messageId }, body: { emoji, isOn } });
const pin = (actor: Actor, messageId: string, isPinned = true) =>
  actor.call('message.pin', { params: { messageId }, body: { isPinned } });
const keep = (admin: Actor, channelId: string, settings: Partial<ChannelSettings>) =>
  admin.call('channel.update', {
    params: { channelId },
    body: { name: 'Trò chuyện', settings: { ...unlimited, ...settings } },
  });

test('old state and its events are a fresh read: reactions and pins, for who reacted and for who did not', async () => {
  const commune = await hub.commune();
  const channelId = chatOf(commune);
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const phone = await (await commune.signIn(lan)).connect();
  const minh = await (await commune.person({ tdp13: 'resident' })).connect();
  const head = await commune.person({ tdp13: 'head' });
  const first = await say(head, commune, 'Tối nay họp tổ');
  const second = await say(head, commune, 'Mang theo ghế nhé');
  await react(lan, second.id, '👍');
  const before = new Map<Actor, Awaited<ReturnType<typeof readTimeline>>>();
  for (const actor of [lan, phone, minh]) {
    before.set(actor, await readTimeline(actor, channelId));
    actor.heard.length = 0;
  }
  const badge = await lan.call('channel.get', { params: { channelId } });

  await react(lan, first.id, '❤️');
  await react(minh, first.id, '👍');
  await react(lan, first.id, '👍');
  await react(lan, first.id, '❤️', false);
  await react(lan, second.id, '👍', false);
  await pin(head, first.id);
  const last = await pin(head, second.id);

  for (const actor of [lan, phone, minh]) {
    await actor.hears('message.pinned', ({ version }) => version === last.version);
    const fresh = shown(await readTimeline(actor, channelId));
    expect(shown(actor.heard.reduce(applyEvent, before.get(actor)!))).toEqual(fresh);
    // Applied twice, and late: no harm.
    expect(shown([...actor.heard, ...actor.heard].reduce(applyEvent, before.get(actor)!))).toEqual(fresh);
    const answer = await actor.signal('sync', { channelId, after: before.get(actor)!.version });
    if (!('ok' in answer) || answer.ok.kind !== 'changes') throw new Error('no changes');
    expect(shown(applySync(before.get(actor)!, answer.ok))).toEqual(fresh);
  }
  const { messages, mine } = await readTimeline(phone, channelId);
  expect(messages[0]).toMatchObject({
    reactions: [{ emoji: '👍', count: 2 }],
    pin: { by: { id: head.id, name: head.name } },
  });
  expect(mine).toEqual({ [first.id]: ['👍'] });
  expect(messages[1]?.reactions).toEqual([]);
  expect(lan.heard.reduce((state, event) => applyToChannel(state, event, lan.id), badge)).toEqual(
    await lan.call('channel.get', { params: { channelId } }),
  );
  expect(await minh.call('message.reactors', { params: { messageId: first.id } })).toEqual([
    { emoji: '👍', people: [minh, lan].map(({ id, name }) => ({ id, name, seat: null })) },
  ]);
  const pins = await minh.call('message.pins', { params: { channelId } });
  expect(pins.map(({ id }) => id)).toEqual([second.id, first.id]);
});

test('the same reaction twice is one, everybody’s counts at once are right, and what is no emoji is refused', async () => {
  const commune = await hub.commune();
  const people = await Promise.all(Array.from({ length: 8 }, () => commune.person({ tdp13: 'resident' })));
  const message = await say(people[0]!, commune, 'Ai đi chợ phiên không?');
  await Promise.all(
    people.flatMap((person) => [react(person, message.id, '🙏'), react(person, message.id, '🙏')]),
  );
  const params = { messageId: message.id };
  expect(await people[0]!.call('message.get', { params })).toMatchObject({
    version: 1 + people.length,
    reactions: [{ emoji: '🙏', count: people.length }],
  });
  expect((await react(people[0]!, message.id, '👨‍👩‍👧')).reactions).toHaveLength(2);
  for (const emoji of ['', 'a', '<b>', '👍👍', '1'])
    expect(await people[0]!.refusal('message.react', { params, body: { emoji, isOn: true } })).toBe(
      'bad_request',
    );
});

test('a message that is gone has no reactions, no pin and no past, and gets none', async () => {
  const { commune, author, lan, moderator, message, found } = await flagged(hub);
  const head = await commune.person({ tdp13: 'head' });
  const own = await say(author, commune, 'Nói nhầm');
  for (const { id } of [message, own]) {
    await react(lan, id, '😮');
    await pin(head, id);
  }
  await author.call('message.delete', { params: { messageId: own.id } });
  await moderator.call('case.decide', decision(found, {}));
  for (const { id } of [message, own]) {
    const params = { messageId: id };
    expect(await lan.call('message.get', { params })).toMatchObject({ reactions: [], pin: null });
    expect(await lan.refusal('message.react', { params, body: { emoji: '👍', isOn: true } })).toBe(
      'not_found',
    );
    expect(await lan.refusal('message.reactors', { params })).toBe('not_found');
    expect(await lan.refusal('message.revisions', { params })).toBe('not_found');
    expect(await head.refusal('message.pin', { params, body: { isPinned: true } })).toBe('not_found');
  }
  const channelId = message.channelId;
  expect(await lan.call('message.pins', { params: { channelId } })).toEqual([]);
  expect((await readTimeline(lan, channelId)).mine).toEqual({});
});

test('who may not read a channel learns nothing of its marks; who may read but not tend it cannot pin', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const stranger = await commune.person({ tdp12: 'head', commune: 'admin' });
  const message = await say(lan, commune, 'Chuyện trong tổ');
  const params = { messageId: message.id };
  expect(await stranger.refusal('message.react', { params, body: { emoji: '👍', isOn: true } })).toBe(
    'not_found',
  );
  expect(await stranger.refusal('message.reactors', { params })).toBe('not_found');
  expect(await stranger.refusal('message.revisions', { params })).toBe('not_found');
  expect(await stranger.refusal('message.pin', { params, body: { isPinned: true } })).toBe('not_found');
  expect(await stranger.refusal('message.pins', { params: { channelId: chatOf(commune) } })).toBe(
    'not_found',
  );
  expect(await lan.refusal('message.pin', { params, body: { isPinned: true } })).toBe('forbidden');
});

test('former words are kept and shown, the newest first; an edit reaches a phone that was away', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const phone = await (await commune.person({ tdp13: 'resident' })).connect();
  const message = await say(lan, commune, 'Họp lúc bảy giờ');
  const params = { messageId: message.id };
  const away = await readTimeline(phone, message.channelId);
  phone.disconnect();
  await lan.call('message.edit', { params, body: { text: 'Họp lúc tám giờ' } });
  await lan.call('message.edit', { params, body: { text: 'Họp lúc chín giờ' } });
  const revisions = await phone.call('message.revisions', { params });
  expect(revisions.map(({ text }) => text)).toEqual(['Họp lúc tám giờ', 'Họp lúc bảy giờ']);
  await phone.connect();
  const answer = await phone.signal('sync', { channelId: message.channelId, after: away.version });
  if (!('ok' in answer) || answer.ok.kind !== 'changes') throw new Error('no changes');
  expect(applySync(away, answer.ok).messages.at(-1)?.text).toBe('Họp lúc chín giờ');
});

test('after its window a message can be changed or taken back no more', async () => {
  const commune = await hub.commune();
  const admin = await commune.person({ commune: 'admin' });
  const lan = await commune.person({ tdp13: 'resident' });
  const message = await say(lan, commune, 'Nói từ hôm qua');
  const params = { messageId: message.id };
  await keep(admin, message.channelId, { editMinutes: 15, recallMinutes: 60 });
  await lan.call('message.edit', { params, body: { text: 'Vẫn còn kịp' } });
  await hub.em.execute(`update message set created_at = now() - interval '30 minutes' where id = ?`, [
    message.id,
  ]);
  expect(await lan.refusal('message.edit', { params, body: { text: 'Muộn rồi' } })).toBe('too_late');
  await hub.em.execute(`update message set created_at = now() - interval '2 hours' where id = ?`, [
    message.id,
  ]);
  expect(await lan.refusal('message.delete', { params })).toBe('too_late');
  expect(await lan.call('message.get', { params })).toMatchObject({ text: 'Vẫn còn kịp', deletedAt: null });
});

test('slow mode holds residents to their turn and tells how long; a repeat of what stands is not held up', async () => {
  const commune = await hub.commune();
  const channelId = chatOf(commune);
  const admin = await commune.person({ commune: 'admin' });
  const head = await commune.person({ tdp13: 'head' });
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  expect(await keep(admin, channelId, { slowSeconds: 600 })).toMatchObject({
    settings: { slowSeconds: 600 },
  });
  expect(await lan.hears('channel.changed')).toEqual({ channelId, groupId: commune.groups.tdp13!.id });
  expect(await lan.call('channel.get', { params: { channelId } })).toMatchObject({
    settings: { slowSeconds: 600 },
  });
  const clientId = randomUUID();
  const send = (text: string, id = randomUUID()) =>
    lan.signal('message.send', { channelId, clientId: id, text });
  const first = await send('Lời đầu', clientId);
  expect(first).toHaveProperty('ok');
  const refused = await send('Lời thứ hai');
  expect(refused).toMatchObject({ error: { code: 'slow_mode' } });
  if (!('error' in refused)) throw new Error('not refused');
  expect(refused.error.data!.retryAfter).toBeGreaterThan(590);
  expect(await send('Lời đầu', clientId)).toEqual(first);
  await say(head, commune, 'Tổ trưởng nhắc');
  await say(head, commune, 'và nhắc thêm');
  await keep(admin, channelId, {});
  expect(await send('Lời thứ ba')).toHaveProperty('ok');
});

test('while a channel rests it is read, not written in; those who tend it may', async () => {
  const commune = await hub.commune();
  const channelId = chatOf(commune);
  const admin = await commune.person({ commune: 'admin' });
  const head = await commune.person({ tdp13: 'head' });
  const lan = await commune.person({ tdp13: 'resident' });
  const inVietnam = (hours: number) =>
    new Date(Date.now() + (7 + hours) * 3_600_000).toISOString().slice(11, 16);
  await keep(admin, channelId, { quiet: { from: inVietnam(-1), to: inVietnam(2) } });
  const given = { params: { channelId }, body: { clientId: randomUUID(), text: 'Khuya rồi' } };
  const refused = await lan.request('message.create', given);
  const { error } = (await refused.json()) as { error: { code: string; data: { until: string } } };
  expect([refused.status, error.code]).toEqual([403, 'quiet_hours']);
  const wait = Date.parse(error.data.until) - Date.now();
  expect(wait).toBeGreaterThan(118 * 60_000);
  expect(wait).toBeLessThanOrEqual(120 * 60_000);
  await say(head, commune, 'Có việc gấp');
  await keep(admin, channelId, { quiet: { from: inVietnam(1), to: inVietnam(2) } });
  expect((await lan.request('message.create', given)).status).toBe(200);
});

test('only who manages the group changes how its channel is kept, and the log tells of it', async () => {
  const commune = await hub.commune();
  const channelId = chatOf(commune);
  const lan = await commune.person({ tdp13: 'resident' });
  const stranger = await commune.person({ tdp12: 'resident' });
  const admin = await commune.person({ commune: 'admin' });
  const body = { name: 'Tên khác', settings: unlimited };
  expect(await lan.refusal('channel.update', { params: { channelId }, body })).toBe('forbidden');
  expect(await stranger.refusal('channel.update', { params: { channelId }, body })).toBe('not_found');
  const bad = { ...body, settings: { ...unlimited, quiet: { from: '25:00', to: '6:00' } } };
  expect(await admin.refusal('channel.update', { params: { channelId }, body: bad })).toBe('bad_request');
  await admin.call('channel.update', { params: { channelId }, body });
  expect(await lan.call('channel.get', { params: { channelId } })).toMatchObject({ name: 'Tên khác' });
  await until('the log has it', async () =>
    (await admin.call('audit.list', { query: {} })).some(({ act }) => act === 'channel.changed'),
  );
});

test('who manages a group without belonging to it sees and keeps its channels, and nothing of what is said in them', async () => {
  const commune = await hub.commune();
  const channelId = chatOf(commune);
  const admin = await commune.person({ commune: 'admin' });
  const lan = await commune.person({ tdp13: 'resident' });
  await say(lan, commune, 'Chuyện trong tổ');
  const params = { groupId: commune.groups.tdp13!.id };
  const silent = { lastSeq: 0, unread: 0, mentions: [], lastMessage: null };
  const listed = await admin.call('channel.list', { params });
  expect(listed.find(({ id }) => id === channelId)).toMatchObject({ kind: 'chat', ...silent });
  const body = { name: 'Tên mới', settings: unlimited };
  expect(await admin.call('channel.update', { params: { channelId }, body })).toMatchObject({
    name: 'Tên mới',
    ...silent,
  });
  expect(await lan.refusal('channel.list', { params })).toBe('forbidden');
  const stranger = await commune.person({ tdp12: 'head' });
  expect(await stranger.refusal('channel.list', { params })).toBe('not_found');
});
