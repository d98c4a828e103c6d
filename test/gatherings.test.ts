// Gatherings through the door: who comes, what is told to whom, and that nobody is told twice.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { GatheringCreate } from '../shared/gatherings.ts';
import { applyEvent } from '../shared/timeline.ts';
import { Reminders } from '../server/answers/reminders.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import type { Actor } from './support/actor.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const plain: GatheringCreate = {
  startsAt: inHours(48),
  endsAt: inHours(50),
  place: 'Nhà văn hoá tổ 13',
  note: '',
  by: 'household',
};
const of = (messageId: string) => ({ params: { messageId } });
const bodyOf = (gathering: Partial<GatheringCreate>) => ({
  clientId: randomUUID(),
  text: 'Họp tổ',
  carries: { gathering: { ...plain, ...gathering } },
});
const invite = (author: Actor, commune: TestCommune, gathering: Partial<GatheringCreate> = {}) =>
  author.call('message.create', { params: { channelId: commune.chats.tdp13!.id }, body: bodyOf(gathering) });
const answer = (actor: Actor, messageId: string, coming: 'yes' | 'maybe' | 'no', people = 1) =>
  actor.call('gathering.answer', { ...of(messageId), body: { coming, people } });
const toldKinds = async (actor: Actor) => (await actor.call('notification.list')).map(({ kind }) => kind);
const remind = () => hub.app.get(Reminders).remind();
/** As if so much time had passed. */
const moveTo = (messageId: string, startsAt: string) =>
  hub.em
    .fork()
    .execute(
      `update message set carried = jsonb_set(jsonb_set(carried, '{gathering,startsAt}', to_jsonb(?::text)), '{gathering,endsAt}', 'null') where id = ?`,
      [startsAt, messageId],
    );

test('a household answers once, everyone sees how many come, and who comes is for author and head', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const home = await commune.household('tdp13', 'Số 9');
  const author = await commune.person({ tdp13: 'resident' });
  const head = await commune.person({ tdp13: 'head' }, await commune.household('tdp13', 'Số 5'));
  const lan = await (await commune.person({ tdp13: 'resident' }, home)).connect();
  const con = await commune.person({ tdp13: 'resident' }, home);
  const gathering = await invite(author, commune);
  const before = await readTimeline(lan, channelId);
  lan.heard.length = 0;
  await answer(con, gathering.id, 'maybe');
  expect(await lan.hears('gathering.answered')).toEqual({ messageId: gathering.id });
  expect(await lan.call('gathering.get', of(gathering.id))).toEqual({
    answer: { coming: 'maybe', people: 1 },
    by: { id: con.id, name: con.name, seat: null },
    isHousehold: true,
  });
  await answer(lan, gathering.id, 'yes', 4);
  await answer(head, gathering.id, 'no');
  const last = await lan.call('message.get', of(gathering.id));
  expect(last.carried?.gathering?.counts).toEqual({ yes: 1, maybe: 0, no: 1, people: 4 });
  await lan.hears('message.changed', ({ version }) => version === last.version);
  expect(shown(lan.heard.reduce(applyEvent, before))).toEqual(shown(await readTimeline(lan, channelId)));

  const brief = async (actor: Actor) =>
    (await actor.call('gathering.answers', of(gathering.id))).map(({ person, address, coming, people }) => [
      person.id,
      address,
      coming,
      people,
    ]);
  expect(await brief(head)).toEqual([
    [lan.id, 'Số 9', 'yes', 4],
    [head.id, 'Số 5', 'no', 1],
  ]);
  expect((await brief(author))[0]).toEqual([lan.id, null, 'yes', 4]);
  expect(await con.refusal('gathering.answers', of(gathering.id))).toBe('forbidden');
  const stranger = await commune.person({ tdp12: 'head', commune: 'admin' });
  expect(await stranger.refusal('gathering.get', of(gathering.id))).toBe('not_found');
  expect(await stranger.refusal('gathering.answers', of(gathering.id))).toBe('not_found');
  const body = { coming: 'yes' as const };
  expect(await stranger.refusal('gathering.answer', { ...of(gathering.id), body })).toBe('not_found');
  // One that is agreed on in a topic is on for everyone who may read it.
  const apart = await author.call('message.create', {
    params: { channelId: gathering.id },
    body: bodyOf({ startsAt: inHours(24), endsAt: null }),
  });
  expect((await con.call('gathering.upcoming')).map(({ id }) => id)).toEqual([apart.id, gathering.id]);
  expect(await stranger.call('gathering.upcoming')).toEqual([]);
});

test('those who mean to come are reminded the day before and in the last hour, once each, also by two at once', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' }, await commune.household('tdp13', 'Số 5'));
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const minh = await commune.person({ tdp13: 'resident' }, await commune.household('tdp13', 'Số 7'));
  const gathering = await invite(head, commune);
  await answer(lan, gathering.id, 'yes', 2);
  await answer(minh, gathering.id, 'no');
  await remind();
  expect(await toldKinds(lan)).toEqual([]);
  await moveTo(gathering.id, inHours(20));
  await Promise.all([remind(), remind(), remind()]);
  await remind();
  expect(await lan.hears('notification.created')).toMatchObject({
    kind: 'gathering_tomorrow',
    data: {
      title: 'Họp tổ',
      place: plain.place,
      href: `/app/channels/${gathering.channelId}?at=${gathering.seq}`,
    },
  });
  expect(await toldKinds(lan)).toEqual(['gathering_tomorrow']);
  await moveTo(gathering.id, inHours(0.5));
  await Promise.all([remind(), remind()]);
  await remind();
  expect(await toldKinds(lan)).toEqual(['gathering_soon', 'gathering_tomorrow']);
  expect(await toldKinds(minh)).toEqual([]);
  await moveTo(gathering.id, inHours(-4));
  await remind();
  expect((await toldKinds(lan)).length).toBe(2);
  const body = { coming: 'no' as const };
  expect(await lan.refusal('gathering.answer', { ...of(gathering.id), body })).toBe('vote_closed');
  expect(await lan.call('gathering.upcoming')).toEqual([]);
});

test('a gathering that is changed or taken back tells those who meant to come', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' }, await commune.household('tdp13', 'Số 5'));
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const minh = await commune.person({ tdp13: 'resident' }, await commune.household('tdp13', 'Số 7'));
  const gathering = await invite(head, commune);
  await answer(lan, gathering.id, 'maybe');
  await answer(minh, gathering.id, 'no');
  await answer(head, gathering.id, 'yes');
  const later = { startsAt: inHours(72), endsAt: null, place: 'Sân kho', note: 'Mang ghế' };
  const update = { ...of(gathering.id), body: { text: 'Họp tổ cuối năm', gathering: later } };
  expect(await lan.refusal('gathering.update', update)).toBe('forbidden');
  const changed = await head.call('gathering.update', update);
  expect(changed).toMatchObject({
    text: 'Họp tổ cuối năm',
    carried: { gathering: { ...later, by: 'household', counts: { yes: 1, maybe: 1, no: 1 } } },
  });
  expect(await lan.hears('message.edited')).toEqual(changed);
  expect(await lan.hears('notification.created')).toMatchObject({ kind: 'gathering_changed' });
  expect(await toldKinds(minh)).toEqual([]);
  expect(await toldKinds(head)).toEqual([]);
  expect((await lan.call('message.revisions', of(gathering.id))).map(({ text }) => text)).toEqual(['Họp tổ']);
  // Its words are changed by the same act, so that nobody is left out.
  expect(await head.refusal('message.edit', { ...of(gathering.id), body: { text: 'Khác' } })).toBe(
    'conflict',
  );

  await head.call('message.delete', of(gathering.id));
  expect(await lan.refusal('gathering.get', of(gathering.id))).toBe('not_found');
  await Promise.all([remind(), remind()]);
  expect(await toldKinds(lan)).toEqual(['gathering_gone', 'gathering_changed']);
  expect(await toldKinds(head)).toEqual([]);
  for (const wrong of [
    { startsAt: inHours(-2) },
    { endsAt: inHours(1) },
    { startsAt: inHours(24 * 800), endsAt: null },
  ]) {
    const params = { channelId: gathering.channelId };
    expect(await head.refusal('message.create', { params, body: bodyOf(wrong) })).toBe('bad_request');
  }
});
