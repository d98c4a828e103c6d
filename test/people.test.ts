// People as others see them: their page, their name, whom one does not want to hear, and leaving a group.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { applyToChannel } from '../shared/badge.ts';
import type { ChannelView } from '../shared/channels.ts';
import { applyEvent } from '../shared/timeline.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { until, type Actor } from './support/actor.ts';
import { addProcedure } from './support/catalogue.ts';
import { say } from './support/moderation.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();

const profile = (reader: Actor, { id }: { id: string }) =>
  reader.call('person.get', { params: { personId: id } });
const rename = (actor: Actor, name: string) => actor.call('me.rename', { body: { name } });
const block = (actor: Actor, { id }: { id: string }, isBlocked = true) =>
  actor.call('person.block', { params: { personId: id }, body: { isBlocked } });
const badgeOf = (actor: Actor, commune: TestCommune) =>
  actor.call('channel.get', { params: { channelId: commune.chats.tdp13!.id } });
const placeIn = async (actor: Actor, commune: TestCommune, key: string) => {
  const { memberships } = await actor.call('me.get');
  return memberships.find(({ group }) => group.id === commune.groups[key]!.id)!;
};

test('a page shows what its reader may know: groups in common, seats, and the home only to those who live there, the head and the administrator', async () => {
  const commune = await hub.commune();
  await commune.group('chi-bo', 'internal', null);
  const home = await commune.household('tdp13', 'Số 8, ngõ 7');
  const lan = await commune.person(
    { tdp13: 'resident', 'chi-bo': ['official', 'Bí thư chi bộ'], commune: ['resident', 'Đại biểu'] },
    home,
  );
  const housemate = await commune.person({ tdp13: 'resident' }, home);
  const neighbour = await commune.person({ tdp13: 'resident' });
  const head = await commune.person({ tdp13: 'head' });
  const otherHead = await commune.person({ tdp12: 'head' });
  const official = await commune.person({ commune: 'official' });
  const moderator = await commune.person({ tdp13: 'moderator', commune: 'moderator' });
  const admin = await commune.person({ commune: 'admin' });

  const seen = async (reader: Actor) => {
    const { name, places } = await profile(reader, lan);
    expect(name).toBe(lan.name);
    return {
      groups: places.map(({ group }) => group.name).sort(),
      seats: places.flatMap(({ seat }) => seat ?? []),
      homes: places.flatMap(({ household }) => household?.address ?? []),
    };
  };
  const common = { groups: ['commune', 'tdp13'], seats: ['Đại biểu'] };
  const known = { ...common, homes: ['Số 8, ngõ 7'] };
  const all = {
    groups: ['chi-bo', 'commune', 'tdp13'],
    seats: expect.arrayContaining(['Bí thư chi bộ', 'Đại biểu']) as string[],
    homes: ['Số 8, ngõ 7'],
  };
  expect(await seen(lan)).toEqual(all);
  expect(await seen(admin)).toEqual(all);
  expect(await seen(housemate)).toEqual(known);
  expect(await seen(head)).toEqual(known);
  expect(await seen(neighbour)).toEqual({ ...common, homes: [] });
  expect(await seen(moderator)).toEqual({ ...common, homes: [] });
  for (const stranger of [otherHead, official])
    expect(await seen(stranger)).toEqual({ groups: ['commune'], seats: ['Đại biểu'], homes: [] });

  const elsewhere = await (await hub.commune()).person({ tdp13: 'head', commune: 'admin' });
  const params = { personId: lan.id };
  expect(await elsewhere.refusal('person.get', { params })).toBe('not_found');
  expect(await elsewhere.refusal('person.block', { params, body: { isBlocked: true } })).toBe('not_found');
});

test('a new name stands at once everywhere, also above old words, and old state with its events is a fresh read', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const minh = await (await commune.person({ tdp13: 'head' })).connect();
  const first = await say(lan, commune, 'Chào bà con');
  await minh.call('message.pin', { params: { messageId: first.id }, body: { isPinned: true } });
  const last = await say(lan, commune, 'Tối nay họp nhé');
  await minh.hears('message.created', ({ id }) => id === last.id);
  const before = await readTimeline(minh, channelId);
  const badge = await badgeOf(minh, commune);
  const topicOf = () => minh.call('channel.get', { params: { channelId: first.id } });
  const topic = await topicOf();
  minh.heard.length = 0;

  const me = await rename(lan, 'Nguyễn Thị Hoa');
  expect(me.name).toBe('Nguyễn Thị Hoa');
  await minh.hears('person.changed', ({ personId }) => personId === lan.id);
  await rename(minh, 'Trần Văn Bình');
  await minh.hears('person.changed', ({ personId }) => personId === minh.id);
  expect((await say(lan, commune, 'Tên mới đây')).author.name).toBe('Nguyễn Thị Hoa');
  await minh.hears('message.created');
  await lan.hears('place.changed');

  const after = minh.heard.reduce(applyEvent, before);
  expect(shown(after)).toEqual(shown(await readTimeline(minh, channelId)));
  expect(after.messages.map(({ author }) => author.name)).toEqual(Array(3).fill('Nguyễn Thị Hoa'));
  expect(after.messages[0]!.pin!.by.name).toBe('Trần Văn Bình');
  const heard = (state: ChannelView) => minh.heard.reduce((s, e) => applyToChannel(s, e, minh.id), state);
  expect(heard(badge)).toEqual(await badgeOf(minh, commune));
  expect(heard(topic)).toEqual(await topicOf());

  const admin = await commune.person({ commune: 'admin' });
  const entries = await admin.call('audit.list', { query: {} });
  expect(entries.find(({ act }) => act === 'person.renamed')!.data).toMatchObject({ after: 'Trần Văn Bình' });
});

test('nobody takes the name of an office or of who holds one; five changes a day are enough', async () => {
  const strict = await bootHub({ databaseUrl: hub.databaseUrl, config: { rateLimitScale: 2 } });
  const commune = await strict.commune();
  const head = await commune.person({ tdp13: ['head', 'Trưởng ban công tác'] });
  await rename(head, 'Hoàng Văn Minh');
  const lan = await commune.person({ tdp13: 'resident' });
  for (const name of ['Hoang Van Minh', 'HOÀNG VĂN MlNH'.replace('l', '1'), 'Truong ban cong tac', 'Lan ✓']) {
    expect(await lan.refusal('me.rename', { body: { name } })).toBe('name_refused');
  }
  // The holder may write it anew, and a namesake may tell where they live.
  expect(await rename(head, 'Hoàng văn Minh')).toMatchObject({ name: 'Hoàng văn Minh' });
  await rename(lan, 'Hoàng Văn Minh (ngõ 7)');
  const more = Array.from({ length: 6 }, (_, i) => lan.request('me.rename', { body: { name: `Lan ${i}` } }));
  const statuses = (await Promise.all(more)).map(({ status }) => status);
  expect(statuses).toContain(429);
});

test('whom I blocked I do not count as unread, on no device, and they learn nothing; words in office stay', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const phone = await (await commune.signIn(lan)).connect();
  const rude = await (await commune.person({ tdp13: 'resident' })).connect();
  const minh = await commune.person({ tdp13: 'resident' });
  const head = await commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'] });
  await say(rude, commune, 'Lời khó nghe');
  await say(head, commune, 'Thông báo của tổ');
  expect(await badgeOf(lan, commune)).toMatchObject({ unread: 2 });
  rude.heard.length = 0;

  expect((await block(lan, rude)).blocked).toEqual([{ id: rude.id, name: rude.name }]);
  await block(lan, head);
  expect((await phone.call('me.get')).blocked.map(({ id }) => id)).toEqual([head.id, rude.id]);
  await phone.hears('place.changed');
  const badge = await badgeOf(phone, commune);
  expect(badge).toMatchObject({ unread: 1 });
  const groups = await phone.call('group.list');
  expect(groups.flatMap(({ channels }) => channels).find(({ id }) => id === badge.id)).toEqual(badge);

  // The window counts by the same rule.
  phone.heard.length = 0;
  const word = await say(rude, commune, 'Lại khó nghe');
  const gone = await say(rude, commune, 'Rút lại');
  await rude.call('message.delete', { params: { messageId: gone.id } });
  await say(head, commune, 'Nhắc lại thông báo');
  await phone.hears('message.created', ({ text }) => text === 'Nhắc lại thông báo');
  const blocked = new Set([rude.id, head.id]);
  const counted = phone.heard.reduce((s, e) => applyToChannel(s, e, phone.id, blocked), badge);
  expect(counted).toEqual(await badgeOf(phone, commune));
  expect(counted.unread).toBe(2);

  // Nobody is called to what a blocked neighbour adds to a question.
  const procedure = await addProcedure(commune);
  const ask = {
    clientId: randomUUID(),
    procedureId: procedure.id,
    question: 'Hỏi gì đây?',
    isPrivate: false,
  };
  const { id: threadId } = await lan.call('thread.create', { body: ask });
  const reply = (by: Actor) =>
    by.call('thread.reply', { params: { threadId }, body: { clientId: randomUUID(), text: 'Tôi nghĩ là…' } });
  await reply(rude);
  await reply(minh);
  await lan.hears('notification.created');
  expect(lan.all('notification.created').map(({ data }) => data.name)).toEqual([minh.name]);

  // It is still there to be looked at, and for everyone else nothing has changed.
  expect(await lan.call('message.get', { params: { messageId: word.id } })).toMatchObject({
    text: 'Lại khó nghe',
  });
  await rude.settles();
  expect(rude.all('place.changed')).toEqual([]);
  expect((await profile(rude, lan)).name).toBe(lan.name);

  expect((await block(phone, rude, false)).blocked.map(({ id }) => id)).toEqual([head.id]);
  expect(await badgeOf(lan, commune)).toMatchObject({ unread: 4 });
  const itself = { params: { personId: lan.id }, body: { isBlocked: true } };
  expect(await lan.refusal('person.block', itself)).toBe('bad_request');
});

test('who leaves a group hears and reads nothing there any more, at once; others see them gone', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const minh = await (await commune.person({ tdp13: 'resident' })).connect();
  const head = await commune.person({ tdp13: 'head' });
  const word = await say(lan, commune, 'Cháu chuyển nhà');
  const place = await placeIn(lan, commune, 'tdp13');
  const params = { membershipId: place.id };
  expect(await minh.refusal('membership.leave', { params })).toBe('not_found');

  const me = await lan.call('membership.leave', { params });
  expect(me.memberships.map(({ group }) => group.name)).toEqual(['commune']);
  expect(await minh.hears('member.left')).toEqual({ groupId: commune.groups.tdp13!.id, personId: lan.id });
  expect(await lan.refusal('message.list', { params: { channelId }, query: {} })).toBe('not_found');
  expect(await lan.signal('message.send', { channelId, clientId: word.id, text: 'Còn đây' })).toMatchObject({
    error: { code: 'not_found' },
  });
  lan.heard.length = 0;
  await say(minh, commune, 'Nhớ ghé chơi');
  await lan.settles();
  expect(lan.all('message.created')).toEqual([]);
  expect((await readTimeline(minh, channelId)).messages[0]!.author.name).toBe(lan.name);
  const members = await minh.call('member.list', { params: { groupId: commune.groups.tdp13!.id } });
  expect(members.map(({ personId }) => personId)).not.toContain(lan.id);

  // The way back is an invitation, and the household is chosen anew.
  const { code } = await head.call('invitation.create', {
    params: { groupId: commune.groups.tdp13!.id },
    body: { isPreApproved: true, days: 7 },
  });
  expect(await lan.refusal('invitation.accept', { params: { code }, body: { household: null } })).toBe(
    'bad_request',
  );
  const household = { id: commune.households.tdp13!.id };
  await lan.call('invitation.accept', { params: { code }, body: { household } });
  expect(await readTimeline(lan, channelId)).toMatchObject({ hasBefore: false });
});

test('the last head does not leave before another is there; the commune’s own group is not left', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'] });
  const leave = async (key: string) => ({ params: { membershipId: (await placeIn(head, commune, key)).id } });
  expect(await head.refusal('membership.leave', await leave('tdp13'))).toBe('last_head');
  expect(await head.refusal('membership.leave', await leave('commune'))).toBe('bad_request');
  const admin = await commune.person({ commune: 'admin' });
  const next = await commune.person({ tdp13: 'resident' });
  const { id } = await placeIn(next, commune, 'tdp13');
  await admin.call('role.assign', { params: { membershipId: id }, body: { role: 'head', seat: null } });
  await head.call('membership.leave', await leave('tdp13'));
  await until('the log has it', async () =>
    (await admin.call('audit.list', { query: {} })).some(({ act }) => act === 'member.left'),
  );
});
