import { expect, test } from 'vitest';
import type { HubEvent } from '../shared/events.ts';
import type { NoticeReach } from '../shared/notices.ts';
import { reachCounts } from '../shared/reach.ts';
import { Membership } from '../server/places/membership.entity.ts';
import type { Actor } from './support/actor.ts';
import { bootHub, type TestCommune } from './support/app.ts';

const hub = await bootHub();

const publish = (actor: Actor, commune: TestCommune, keys: string[]) =>
  actor.call('notice.publish', {
    body: {
      title: 'Khám sàng lọc đái tháo đường miễn phí',
      body: 'Sáng thứ Sáu, từ 7 giờ, tại trạm y tế.',
      urgency: 'urgent',
      isPublic: false,
      groupIds: keys.map((key) => commune.groups[key]!.id),
    },
  });

const give = (actor: Actor, noticeId: string, state: 'seen' | 'acknowledged') =>
  actor.call('notice.receipt', { params: { noticeId }, body: { state } });

const reachOf = (actor: Actor, noticeId: string) => actor.call('notice.reach', { params: { noticeId } });

const audience = (commune: TestCommune, keys: string[]) => ({
  query: { groupIds: keys.map((key) => commune.groups[key]!.id).join(',') },
});

/** The reach of a notice after an event: the changed unit stands in for the known one. */
function applyToReach(reach: NoticeReach, [name, payload]: HubEvent): NoticeReach {
  if (name !== 'reach.changed' || payload.noticeId !== reach.notice.id) return reach;
  const { groupId, unit } = payload;
  const groups = reach.groups.map((part) =>
    part.group.id === groupId
      ? { ...part, units: part.units.map((known) => (known.id === unit.id ? unit : known)) }
      : part,
  );
  return { ...reach, groups };
}

test('receipts only grow, are told to all my devices, and repeat without an echo', async () => {
  const commune = await hub.commune();
  const head = await (await commune.person({ tdp13: 'head' })).connect();
  const official = await commune.person({ commune: 'official' });
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const phone = await (await commune.signIn(lan)).connect();
  const { id: noticeId } = await publish(head, commune, ['tdp13']);
  expect(await give(lan, noticeId, 'seen')).toEqual({ noticeId, receipt: 'seen' });
  expect(await phone.hears('receipt.given')).toEqual({ noticeId, receipt: 'seen' });
  const taps = await Promise.all([1, 2, 3].map(() => give(phone, noticeId, 'acknowledged')));
  expect(taps).toEqual(Array(3).fill({ noticeId, receipt: 'acknowledged' }));
  expect(await give(lan, noticeId, 'seen')).toEqual({ noticeId, receipt: 'acknowledged' });
  expect(await lan.call('notice.get', { params: { noticeId } })).toMatchObject({ receipt: 'acknowledged' });
  await lan.settles();
  expect(lan.all('receipt.given').map(({ receipt }) => receipt)).toEqual(['seen', 'acknowledged']);
  await head.settles();
  expect(head.all('reach.changed').map(({ unit }) => unit.state)).toEqual(['seen', 'acknowledged']);
  expect(lan.all('reach.changed')).toEqual([]);
  const given = { params: { noticeId }, body: { state: 'seen' } } as const;
  expect(await official.refusal('notice.receipt', given)).toBe('forbidden');
  expect(await lan.refusal('notice.receipt', { ...given, body: { state: 'none' as 'seen' } })).toBe(
    'bad_request',
  );
});

test('reach by household: the best member counts, offline doors stand out, events keep it true', async () => {
  const commune = await hub.commune();
  const group = commune.groups.tdp13!;
  const head = await (await commune.person({ tdp13: 'head' })).connect();
  const flat = await commune.household('tdp13', 'Số 2 tdp13');
  const noPhone = await commune.household('tdp13', 'Số 10 tdp13', false);
  const empty = await commune.household('tdp13', 'Số 3 tdp13');
  const [mother, son] = [
    await commune.person({ tdp13: 'resident' }, flat),
    await commune.person({ tdp13: 'resident' }, flat),
  ];
  const neighbour = await commune.person({ tdp13: 'resident' }, noPhone);
  const pending = await commune.person({ tdp13: 'resident' }, empty);
  await hub.em
    .fork()
    .nativeUpdate(Membership, { person: pending.id, group: group.id }, { status: 'pending' });
  const { id: noticeId } = await publish(head, commune, ['tdp13']);
  const before = await reachOf(head, noticeId);
  expect(before.groups).toMatchObject([{ group: { id: group.id }, kind: 'residential', unit: 'household' }]);
  expect(before.groups[0]!.units).toEqual([
    { id: commune.households.tdp13!.id, label: 'Số 1 tdp13', state: 'none', isOffline: false },
    { id: flat.id, label: 'Số 2 tdp13', state: 'none', isOffline: false },
    { id: empty.id, label: 'Số 3 tdp13', state: 'none', isOffline: true },
    { id: noPhone.id, label: 'Số 10 tdp13', state: 'none', isOffline: true },
  ]);
  await give(son, noticeId, 'acknowledged');
  await give(mother, noticeId, 'seen');
  await give(neighbour, noticeId, 'seen');
  await head.hears('reach.changed', ({ unit }) => unit.id === noPhone.id);
  const after = head.heard.reduce(applyToReach, before);
  expect(after).toEqual(await reachOf(head, noticeId));
  expect(after.groups[0]!.units.map(({ state }) => state)).toEqual(['none', 'acknowledged', 'none', 'seen']);
  expect(reachCounts(after.groups[0]!.units)).toEqual({ total: 4, seen: 2, acknowledged: 1 });
  expect(await son.refusal('notice.reach', { params: { noticeId } })).toBe('forbidden');
  expect(await head.call('notice.audience', audience(commune, ['tdp13']))).toEqual({
    households: 4,
    offlineHouseholds: 2,
    people: 4,
  });
});

test('a notice to everyone counts by the doors of all residential groups; a head sees his own part', async () => {
  const commune = await hub.commune();
  await commune.group('women', 'association', null);
  const official = await (await commune.person({ commune: 'official' })).connect();
  const head = await (await commune.person({ tdp13: 'head' })).connect();
  const chair = await commune.person({ women: 'head' });
  const lan = await commune.person({ tdp12: 'resident', women: 'resident' });
  const { id: noticeId } = await publish(official, commune, ['commune']);
  const all = await reachOf(official, noticeId);
  expect(all.groups.map(({ group }) => group.name)).toEqual(['tdp12', 'tdp13']);
  const own = await reachOf(head, noticeId);
  expect(own.groups).toEqual([all.groups[1]]);
  expect(await head.call('notice.get', { params: { noticeId } })).toMatchObject({ canMeasure: true });
  expect(await head.call('notice.list')).toMatchObject([{ id: noticeId, canMeasure: true }]);
  // An association is not counted in a notice to everyone, so its head has nothing to see here.
  expect(await chair.refusal('notice.reach', { params: { noticeId } })).toBe('forbidden');

  await give(lan, noticeId, 'acknowledged');
  await official.hears('reach.changed');
  expect(official.heard.reduce(applyToReach, all)).toEqual(await reachOf(official, noticeId));
  expect(official.all('reach.changed')).toMatchObject([
    { noticeId, groupId: commune.groups.tdp12!.id, unit: { state: 'acknowledged' } },
  ]);
  await head.settles();
  expect(head.all('reach.changed')).toEqual([]);
  expect(await official.call('notice.audience', audience(commune, ['commune']))).toEqual({
    households: 2,
    offlineHouseholds: 0,
    people: 4,
  });
});

test('an association counts by person, and a person in two groups of the audience counts in both', async () => {
  const commune = await hub.commune();
  await commune.group('women', 'association', null);
  const official = await (await commune.person({ commune: 'official' })).connect();
  const lan = await commune.person({ tdp13: 'resident', women: 'resident' });
  const { id: noticeId } = await publish(official, commune, ['women', 'tdp13']);
  expect(await official.call('notice.audience', audience(commune, ['women', 'tdp13']))).toEqual({
    households: 1,
    offlineHouseholds: 0,
    people: 1,
  });
  const before = await reachOf(official, noticeId);
  expect(before.groups.map(({ unit }) => unit)).toEqual(['household', 'person']);
  expect(before.groups[1]!.units).toEqual([{ id: lan.id, label: lan.name, state: 'none', isOffline: false }]);
  await give(lan, noticeId, 'seen');
  await official.hears('reach.changed', ({ unit }) => unit.id === lan.id);
  expect(official.all('reach.changed')).toHaveLength(2);
  expect(official.heard.reduce(applyToReach, before)).toEqual(await reachOf(official, noticeId));
});

test('reach of a whole ward of 2,500 households is quick', async () => {
  const commune = await hub.commune();
  const official = await commune.person({ commune: 'official' });
  const { id: noticeId } = await publish(official, commune, ['commune']);
  const em = hub.em.fork();
  const groupId = commune.groups.tdp13!.id;
  await em.execute(
    `with doors as (
       insert into household (id, group_id, address, has_smartphone, created_at)
       select gen_random_uuid(), ?, 'Số ' || n, true, now() from generate_series(2, 2500) n returning id
     ), people as (
       insert into person (id, name, phone, passphrase_hash, created_at)
       select gen_random_uuid(), 'Người ' || n, '+84900000000', '', now() from generate_series(1, 7500) n returning id
     ), placed as (
       select p.id as person_id, d.id as household_id
         from (select id, row_number() over () as n from people) p
         join (select id, row_number() over () as n from doors) d on d.n = p.n % 2499 + 1
     ), members as (
       insert into membership (id, person_id, group_id, household_id, role, status, created_at)
       select gen_random_uuid(), person_id, ?, household_id, 'resident', 'active', now() from placed
     )
     insert into receipt (notice_id, person_id, seen_at) select ?, person_id, now() from placed`,
    [groupId, groupId, noticeId],
  );
  const start = performance.now();
  const reach = await reachOf(official, noticeId);
  const estimate = await official.call('notice.audience', audience(commune, ['commune']));
  await give(official, noticeId, 'seen');
  expect(performance.now() - start).toBeLessThan(5000);
  expect(estimate).toEqual({ households: 2501, offlineHouseholds: 2, people: 7501 });
  expect(reachCounts(reach.groups[1]!.units)).toEqual({ total: 2500, seen: 2499, acknowledged: 0 });
});
