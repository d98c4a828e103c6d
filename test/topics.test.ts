// Topics: what is answered under one message. Live, after a while away, on two devices; and for nobody who may not read the channel.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { applyToChannel } from '../shared/badge.ts';
import { unlimited } from '../shared/channels.ts';
import type { MessageView } from '../shared/messages.ts';
import { applyEvent, applySync } from '../shared/timeline.ts';
import { until, type Actor } from './support/actor.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { decision, openCases, report, say } from './support/moderation.ts';
import { find } from './support/search.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();

const at = (channelId: string) => ({ params: { channelId } });
const answer = (actor: Actor, { id }: Pick<MessageView, 'id'>, text: string) =>
  actor.call('message.create', { ...at(id), body: { clientId: randomUUID(), text } });
const follow = (actor: Actor, channelId: string, isFollowing: boolean) =>
  actor.call('topic.follow', { ...at(channelId), body: { isFollowing } });
/** Until the message tells of so many answers. */
const counted = (actor: Actor, messageId: string, replies: number) =>
  until(`${replies} answers are counted`, async () => {
    const message = await actor.call('message.get', { params: { messageId } });
    return (message.carried?.topic?.replies ?? 0) === replies && message;
  });

async function talk(commune?: TestCommune) {
  const place = commune ?? (await hub.commune());
  const lan = await place.person({ tdp13: 'resident' });
  const minh = await place.person({ tdp13: 'resident' });
  const root = await say(lan, place, 'Ai biết lịch cắt nước tuần này?');
  return { commune: place, lan, minh, root };
}

test('two who answer first at once share one topic; those in it hear it, those in the channel see how many answers stand', async () => {
  const { commune, lan, minh, root } = await talk();
  const hoa = await (await commune.person({ tdp13: 'resident' })).connect();
  const [desk] = await Promise.all([(await commune.signIn(lan)).connect(), lan.connect(), minh.connect()]);
  expect(await hoa.call('channel.get', at(root.id))).toMatchObject({
    lastSeq: 0,
    topic: { isFollowing: false },
  });
  expect((await readTimeline(hoa, root.id)).messages).toEqual([]);
  await hoa.signal('topic.watch', { channelId: root.id });
  const opened = await readTimeline(hoa, root.id);
  const channel = await readTimeline(hoa, root.channelId);
  const badge = await hoa.call('channel.get', at(root.channelId));
  hoa.heard.length = 0;

  const answers = await Promise.all([answer(minh, root, 'Thứ Năm'), answer(hoa, root, 'Nghe nói thứ Sáu')]);
  expect(answers.map(({ seq }) => seq).toSorted()).toEqual([1, 2]);
  expect(new Set(answers.map(({ channelId }) => channelId))).toEqual(new Set([root.id]));
  for (const one of [lan, desk, minh, hoa])
    expect(await one.hears('topic.followed')).toEqual({ channelId: root.id, isFollowing: true });
  const last = await answer(minh, root, 'Chắc chắn thứ Năm');
  for (const one of [lan, desk, minh, hoa]) await one.hears('message.created', ({ id }) => id === last.id);
  await counted(hoa, root.id, 3);
  await hoa.hears('message.changed', ({ carried }) => carried?.topic?.replies === 3);

  const fresh = shown(await readTimeline(hoa, root.channelId));
  expect(fresh.messages.at(-1)?.carried).toEqual({ topic: { replies: 3, lastAt: last.createdAt } });
  expect(shown(hoa.heard.reduce(applyEvent, channel))).toEqual(fresh);
  expect(shown([...hoa.heard, ...hoa.heard].reduce(applyEvent, channel))).toEqual(fresh);
  expect(shown(hoa.heard.reduce(applyEvent, opened))).toEqual(shown(await readTimeline(hoa, root.id)));
  expect(hoa.heard.reduce((state, event) => applyToChannel(state, event, hoa.id), badge)).toEqual(
    await hoa.call('channel.get', at(root.channelId)),
  );
  // It is no channel of the list.
  const listed = (await hoa.call('group.list')).flatMap(({ channels }) => channels.map(({ id }) => id));
  expect(listed).not.toContain(root.id);
});

test('unread of a topic waits for those who follow it, the same on two devices, and for no one else', async () => {
  const { commune, lan, minh, root } = await talk();
  const desk = await (await commune.signIn(lan)).connect();
  const hoa = await commune.person({ tdp13: 'resident' });
  await lan.connect();
  await answer(minh, root, 'một');
  await lan.hears('topic.followed');
  await until('the topic is heard', async () => {
    await answer(minh, root, 'thêm');
    return lan.all('message.created').some(({ channelId }) => channelId === root.id);
  });
  const [known] = await lan.call('topic.list');
  expect(known).toMatchObject({
    id: root.id,
    topic: { parentId: root.channelId, root: { text: root.text } },
  });
  expect(known!.unread).toBe(known!.lastSeq);
  desk.heard.length = 0;
  const last = await answer(minh, root, 'ba');
  await desk.hears('message.created', ({ id }) => id === last.id);
  await lan.call('channel.read', { ...at(root.id), body: { seq: last.seq - 1 } });
  const marked = await desk.hears('read.marked');
  // Its message, too, is as it stands now.
  await desk.hears('message.changed', ({ carried }) => carried?.topic?.replies === last.seq);
  expect(marked).toMatchObject({ channelId: root.id, readSeq: last.seq - 1, unread: 1 });
  const now = await desk.call('channel.get', at(root.id));
  expect(now).toMatchObject({ unread: 1, readSeq: last.seq - 1 });
  expect(desk.heard.reduce((state, event) => applyToChannel(state, event, lan.id), known!)).toEqual(now);
  expect(await desk.call('topic.list')).toEqual([now]);
  // Who only reads the channel has no topics; who begins to follow has not missed what was said before.
  expect(await hoa.call('topic.list')).toEqual([]);
  expect(await follow(hoa, root.id, true)).toMatchObject({ unread: 0, topic: { isFollowing: true } });
  await answer(minh, root, 'bốn');
  expect((await hoa.call('topic.list')).map(({ unread }) => unread)).toEqual([1]);
});

test('who leaves a topic hears it no more, until they answer again', async () => {
  const { lan, minh, root } = await talk();
  await lan.connect();
  await answer(minh, root, 'một');
  await lan.hears('topic.followed');
  await follow(lan, root.id, false);
  await lan.hears('topic.followed', ({ isFollowing }) => !isFollowing);
  await until('the room is left', async () => {
    const { id } = await answer(minh, root, 'còn nghe không?');
    await lan.settles();
    return lan.all('message.created').every((heard) => heard.id !== id);
  });
  expect(await lan.call('topic.list')).toEqual([]);
  await answer(lan, root, 'Tôi hỏi thêm');
  expect((await lan.call('topic.list')).map(({ id }) => id)).toEqual([root.id]);
});

test('who is named in a topic follows it from there on, unless they have left it', async () => {
  const { commune, lan, minh, root } = await talk();
  const hoa = await commune.person({ tdp13: 'resident' });
  await answer(minh, root, 'một');
  const call = () =>
    minh.call('message.create', {
      ...at(root.id),
      body: {
        clientId: randomUUID(),
        text: `Nhờ @${hoa.name} xem giúp`,
        carries: { mentions: [{ kind: 'person', id: hoa.id }] },
      },
    });
  const named = await call();
  expect(await hoa.call('topic.list')).toMatchObject([{ id: root.id, unread: 1, mentions: [named.seq] }]);
  await follow(hoa, root.id, false);
  await call();
  expect(await hoa.call('topic.list')).toEqual([]);
  await counted(lan, root.id, 3);
});

test('who was away catches up: with the topic, and with what its message tells of it', async () => {
  const { lan, minh, root } = await talk();
  await answer(minh, root, 'trước khi đi');
  await counted(lan, root.id, 1);
  const [topic, channel] = [await readTimeline(lan, root.id), await readTimeline(lan, root.channelId)];
  const doomed = await answer(minh, root, 'lỡ lời');
  await answer(minh, root, 'lúc đi vắng');
  await minh.call('message.delete', { params: { messageId: doomed.id } });
  await counted(lan, root.id, 2);
  await lan.connect();
  for (const state of [topic, channel]) {
    const told = await lan.signal('sync', { channelId: state.channelId, after: state.version });
    if (!('ok' in told) || told.ok.kind !== 'changes') throw new Error('no changes');
    expect(shown(applySync(state, told.ok))).toEqual(shown(await readTimeline(lan, state.channelId)));
  }
  expect((await lan.call('topic.list')).map(({ unread }) => unread)).toEqual([2]);
});

test('for those who may not read the channel its topics do not exist; topics have none of their own, nor has what is gone', async () => {
  const { commune, lan, minh, root } = await talk();
  const first = await answer(minh, root, 'Chuyện trong tổ');
  const outsiders = [
    await commune.person({ tdp12: 'head', commune: 'admin' }),
    await (await hub.commune()).person({ tdp13: 'head' }),
  ];
  for (const outsider of outsiders) {
    await outsider.connect();
    const body = { clientId: randomUUID(), text: 'Cho tôi nghe với' };
    expect(await outsider.refusal('channel.get', at(root.id))).toBe('not_found');
    expect(await outsider.refusal('message.list', { ...at(root.id), query: {} })).toBe('not_found');
    expect(await outsider.refusal('message.create', { ...at(root.id), body })).toBe('not_found');
    expect(await outsider.refusal('topic.follow', { ...at(root.id), body: { isFollowing: true } })).toBe(
      'not_found',
    );
    expect(await outsider.refusal('message.get', { params: { messageId: first.id } })).toBe('not_found');
    for (const signal of ['topic.watch', 'typing.start'] as const)
      expect(await outsider.signal(signal, { channelId: root.id })).toMatchObject({
        error: { code: 'not_found' },
      });
    expect(await outsider.signal('sync', { channelId: root.id, after: 0 })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect((await find(outsider, 'Chuyện trong tổ')).messages).toEqual([]);
  }
  const body = { clientId: randomUUID(), text: 'Một tầng nữa' };
  expect(await lan.refusal('message.create', { ...at(first.id), body })).toBe('not_found');
  const gone = await say(lan, commune, 'Gõ nhầm');
  await lan.call('message.delete', { params: { messageId: gone.id } });
  expect(await lan.refusal('message.create', { ...at(gone.id), body })).toBe('not_found');
  expect(await lan.refusal('topic.follow', { ...at(gone.id), body: { isFollowing: true } })).toBe(
    'not_found',
  );
  await lan.connect();
  expect(await lan.signal('topic.watch', { channelId: root.channelId })).toMatchObject({
    error: { code: 'bad_request' },
  });
  const admin = await commune.person({ commune: 'admin', tdp13: 'admin' });
  const update = { ...at(root.id), body: { name: 'Tên riêng', settings: unlimited } };
  expect(await admin.refusal('channel.update', update)).toBe('not_found');
});

test('the pace of the channel and a mute hold in its topics, too; who left the group follows nothing of it', async () => {
  const { commune, lan, minh, root } = await talk();
  const admin = await commune.person({ commune: 'admin' });
  await answer(minh, root, 'một');
  const settings = { ...unlimited, slowSeconds: 600, editMinutes: 15 };
  await admin.call('channel.update', { ...at(root.channelId), body: { name: 'Trò chuyện', settings } });
  const held = await answer(lan, root, 'hai');
  const body = { clientId: randomUUID(), text: 'ba' };
  expect(await lan.refusal('message.create', { ...at(root.id), body })).toBe('slow_mode');
  expect(await lan.call('channel.get', at(root.id))).toMatchObject({ settings, name: 'Trò chuyện' });
  await hub.em
    .fork()
    .execute(`update message set created_at = now() - interval '1 hour' where id = ?`, [held.id]);
  expect(await lan.refusal('message.edit', { params: { messageId: held.id }, body: { text: 'sửa' } })).toBe(
    'too_late',
  );
  const em = hub.em.fork();
  await em.execute(`update membership set status = 'left' where person_id = ? and group_id = ?`, [
    lan.id,
    commune.groups.tdp13!.id,
  ]);
  expect(await lan.call('topic.list')).toEqual([]);
});

test('what is flagged in a topic is judged with the message that it is under; the topic outlives that message', async () => {
  const { commune, lan, minh, root } = await talk();
  const moderator = await commune.person({ commune: 'moderator' });
  const kept = await answer(lan, root, 'Câu bình thường');
  const bad = await answer(minh, root, 'Câu nặng lời');
  await counted(lan, root.id, 2);
  await lan.call('flag.create', report(bad.id));
  const [found] = await openCases(moderator);
  const { context } = await moderator.call('case.get', { params: { caseId: found!.id } });
  expect(context.map(({ id }) => id)).toEqual([root.id, kept.id, bad.id]);
  await moderator.call('case.decide', decision(found!));
  await counted(lan, root.id, 1);
  const gone = await lan.call('message.delete', { params: { messageId: root.id } });
  expect(gone).toMatchObject({ text: '', carried: { topic: { replies: 1 } } });
  expect((await readTimeline(minh, root.channelId)).messages.at(-1)?.carried).toEqual(gone.carried);
  await answer(minh, root, 'Vẫn nói tiếp được');
  expect((await readTimeline(lan, root.id)).messages.map(({ text }) => text)).toEqual([
    'Câu bình thường',
    '',
    'Vẫn nói tiếp được',
  ]);
  const [topic] = await lan.call('topic.list');
  expect(topic?.topic?.root).toEqual(gone);
});

test('what is said in a topic is found there', async () => {
  const { lan, minh, root } = await talk();
  const said = await answer(minh, root, 'Bể nước ngầm đầu ngõ vẫn còn');
  const { messages } = await find(lan, 'bể nước ngầm');
  expect(messages).toMatchObject([
    { id: said.id, seq: 1, isInTopic: true, channel: { id: root.id, name: 'chat' } },
  ]);
});

test('who asks from several windows at once hears of each topic once', async () => {
  const { lan, minh, root } = await talk();
  await answer(minh, root, 'Thứ Năm');
  const lists = await Promise.all(Array.from({ length: 12 }, () => lan.call('topic.list')));
  expect(lists.map((list) => list.map(({ id }) => id))).toEqual(lists.map(() => [root.id]));
});
