import { expect, test } from 'vitest';
import { upsertById } from '../shared/collection.ts';
import type { HubEvent } from '../shared/events.ts';
import type { MyNotice, NoticeCreate } from '../shared/notices.ts';
import { AuditEntry } from '../server/audit/audit-entry.entity.ts';
import { newId } from '../server/platform/id.ts';
import type { Actor } from './support/actor.ts';
import { bootHub, type TestCommune } from './support/app.ts';

const hub = await bootHub();

const diabetes = {
  title: 'Khám sàng lọc đái tháo đường miễn phí',
  body: 'Sáng thứ Sáu, từ 7 giờ, tại trạm y tế.',
  urgency: 'urgent',
  isPublic: false,
} as const;

const publish = (actor: Actor, commune: TestCommune, keys: string[], more: Partial<NoticeCreate> = {}) =>
  actor.call('notice.publish', {
    body: { ...diabetes, groupIds: keys.map((key) => commune.groups[key]!.id), ...more },
  });

const audience = (commune: TestCommune, keys: string[]) => ({
  query: { groupIds: keys.map((key) => commune.groups[key]!.id).join(',') },
});

/** A list of notices after an event, as a window keeps it. */
function applyToNotices(list: MyNotice[], [name, payload]: HubEvent): MyNotice[] {
  if (name === 'receipt.given') {
    return list.map((one) => (one.id === payload.noticeId ? { ...one, receipt: payload.receipt } : one));
  }
  if (name !== 'notice.published' && name !== 'notice.withdrawn') return list;
  const known = list.find(({ id }) => id === payload.id);
  const mine = { receipt: known?.receipt ?? ('none' as const), canMeasure: known?.canMeasure ?? false };
  return upsertById(list, { ...payload, ...mine }).filter((one) => !one.withdrawnAt || one.canMeasure);
}

test('a notice to one group reaches that group, with its author’s seat, and nobody else', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'] });
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const stranger = await (await commune.person({ tdp12: 'resident' })).connect();
  const notice = await publish(head, commune, ['tdp13']);
  expect(notice).toMatchObject({
    ...diabetes,
    version: 1,
    author: { id: head.id, seat: 'Tổ trưởng tổ 13' },
    groups: [{ id: commune.groups.tdp13!.id, name: 'tdp13' }],
    withdrawnAt: null,
    receipt: 'none',
    canMeasure: true,
  });
  const { receipt: _, canMeasure: __, ...view } = notice;
  expect(await lan.hears('notice.published')).toEqual(view);
  expect(await lan.call('notice.list')).toEqual([{ ...view, receipt: 'none', canMeasure: false }]);
  expect(await lan.call('notice.get', { params: { noticeId: notice.id } })).toMatchObject(view);

  await stranger.settles();
  expect(stranger.all('notice.published')).toEqual([]);
  expect(await stranger.call('notice.list')).toEqual([]);
  for (const name of ['notice.get', 'notice.reach', 'notice.withdraw'] as const) {
    expect(await stranger.refusal(name, { params: { noticeId: notice.id } })).toBe('not_found');
  }
  const given = { params: { noticeId: notice.id }, body: { state: 'seen' } } as const;
  expect(await stranger.refusal('notice.receipt', given)).toBe('not_found');
  const elsewhere = await (await hub.commune()).person({ commune: 'official' });
  expect(await elsewhere.refusal('notice.get', { params: { noticeId: notice.id } })).toBe('not_found');
});

test('who may publish: in every chosen group, or not at all', async () => {
  const commune = await hub.commune();
  await commune.group('women', 'association', null);
  const may: [string, Actor, string[], boolean][] = [];
  const head = await commune.person({ tdp13: 'head', women: 'resident' });
  const official = await commune.person({ commune: ['official', 'Cán bộ'] });
  const nurse = await commune.person({ women: 'official' });
  const resident = await commune.person({ tdp13: 'resident' });
  const tech = await commune.person({ commune: 'tech' });
  const moderator = await commune.person({ commune: 'moderator' });
  const admin = await commune.person({ commune: 'admin' });
  may.push(['head to own', head, ['tdp13'], true], ['head to other', head, ['tdp12'], false]);
  may.push(['head to both', head, ['tdp13', 'tdp12'], false], ['head to all', head, ['commune'], false]);
  may.push(['head to own and a group as resident', head, ['tdp13', 'women'], false]);
  may.push(
    ['official to all', official, ['commune'], true],
    ['official', official, ['tdp12', 'women'], true],
  );
  may.push(['admin', admin, ['commune', 'tdp13'], true], ['nurse', nurse, ['women'], true]);
  may.push(['nurse to all', nurse, ['commune'], false], ['resident', resident, ['tdp13'], false]);
  may.push(['tech', tech, ['commune'], false], ['moderator', moderator, ['tdp13'], false]);
  for (const [why, actor, keys, isAllowed] of may) {
    const groupIds = keys.map((key) => commune.groups[key]!.id);
    const response = await actor.request('notice.publish', { body: { ...diabetes, groupIds } });
    expect([why, response.status]).toEqual([why, isAllowed ? 200 : 403]);
    const estimate = await actor.request('notice.audience', audience(commune, keys));
    expect([why, estimate.status]).toEqual([why, isAllowed ? 200 : 403]);
  }
  const toAll = await publish(official, commune, ['commune']);
  expect(toAll.author.seat).toBe('Cán bộ');

  const groupIds = [commune.groups.tdp13!.id];
  expect(await hub.visitor().refusal('notice.publish', { body: { ...diabetes, groupIds } })).toBe(
    'unauthenticated',
  );
  const foreign = (await hub.commune()).groups.tdp13!.id;
  const bad: [Partial<NoticeCreate>, string][] = [
    [{ groupIds: [newId()] }, 'not_found'],
    [{ groupIds: [foreign] }, 'not_found'],
    [{ groupIds: [] }, 'bad_request'],
    [{ groupIds: ['13'] }, 'bad_request'],
    [{ title: '  ' }, 'bad_request'],
    [{ title: 'a'.repeat(141) }, 'bad_request'],
    [{ body: '' }, 'bad_request'],
  ];
  for (const [given, code] of bad) {
    expect(await official.refusal('notice.publish', { body: { ...diabetes, groupIds, ...given } })).toBe(
      code,
    );
  }
  expect(await official.refusal('notice.audience', { query: { groupIds: 'x,y' } })).toBe('bad_request');
});

test('withdrawn: gone from the lists of residents, kept for who may measure, told live, once', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' });
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const official = await (await commune.person({ commune: 'official' })).connect();
  const notice = await publish(head, commune, ['tdp13']);
  const other = await publish(official, commune, ['tdp12', 'tdp13']);
  expect(await lan.refusal('notice.withdraw', { params: { noticeId: notice.id } })).toBe('forbidden');
  expect(await head.refusal('notice.withdraw', { params: { noticeId: other.id } })).toBe('forbidden');
  // At once from two desks: one withdrawal, one event, one entry.
  const [withdrawn, again] = await Promise.all(
    [head, official].map((actor) => actor.call('notice.withdraw', { params: { noticeId: notice.id } })),
  );
  expect(withdrawn).toMatchObject({ version: 2, withdrawnAt: again!.withdrawnAt });
  expect(await lan.hears('notice.withdrawn')).toMatchObject({ id: notice.id, version: 2 });
  // The official is in no group of the notice, but watches their reach.
  expect(await official.hears('notice.withdrawn')).toMatchObject({ id: notice.id, version: 2 });
  await lan.settles();
  expect(lan.all('notice.withdrawn')).toHaveLength(1);
  expect((await lan.call('notice.list')).map(({ id }) => id)).toEqual([other.id]);
  expect((await head.call('notice.list')).map(({ id }) => id)).toEqual([other.id, notice.id]);
  expect((await official.call('notice.list')).map(({ id }) => id)).toEqual([other.id, notice.id]);

  const entries = await hub.em
    .fork()
    .find(AuditEntry, { communeId: commune.id, subjectId: notice.id }, { orderBy: { id: 'asc' } });
  expect(entries.map(({ act }) => act)).toEqual(['notice.published', 'notice.withdrawn']);
  expect(entries[0]).toMatchObject({ actorId: head.id, groupId: commune.groups.tdp13!.id });
});

test('old list and its events are a fresh list', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' });
  const official = await commune.person({ commune: 'official' });
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const doomed = await publish(head, commune, ['tdp13']);
  const before = await lan.call('notice.list');
  const toAll = await publish(official, commune, ['commune']);
  await publish(head, commune, ['tdp13'], { title: 'Dọn ngõ sáng thứ Bảy', urgency: 'notice' });
  await lan.call('notice.receipt', { params: { noticeId: toAll.id }, body: { state: 'acknowledged' } });
  await official.call('notice.withdraw', { params: { noticeId: doomed.id } });
  await lan.hears('notice.withdrawn');
  await lan.settles();
  const after = lan.heard.reduce(applyToNotices, before);
  expect(after).toEqual(await lan.call('notice.list'));
  expect(after).toHaveLength(2);
  expect(lan.heard.reduce(applyToNotices, after)).toEqual(after);
});

test('the world sees public notices that hold, and no others', async () => {
  const commune = await hub.commune();
  const official = await commune.person({ commune: 'official' });
  const open = await publish(official, commune, ['commune'], { isPublic: true });
  const inner = await publish(official, commune, ['commune']);
  const taken = await publish(official, commune, ['tdp13'], { isPublic: true });
  await official.call('notice.withdraw', { params: { noticeId: taken.id } });
  const visitor = hub.visitor();
  const { slug } = commune;
  const { receipt: _, canMeasure: __, ...view } = open;
  expect(await visitor.call('commune.notices', { params: { slug } })).toEqual([view]);
  expect(await visitor.call('commune.notice', { params: { slug, noticeId: open.id } })).toEqual(view);
  const { slug: elsewhere } = await hub.commune();
  for (const params of [
    { slug, noticeId: inner.id },
    { slug, noticeId: taken.id },
    { slug, noticeId: newId() },
    { slug: elsewhere, noticeId: open.id },
  ]) {
    expect(await visitor.refusal('commune.notice', { params })).toBe('not_found');
  }
  expect(await visitor.refusal('commune.notices', { params: { slug: 'khong-co' } })).toBe('not_found');
  expect(await visitor.refusal('notice.list')).toBe('unauthenticated');
});
