import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { AuditEntry } from '../server/audit/audit-entry.entity.ts';
import { Membership } from '../server/places/membership.entity.ts';
import { Person } from '../server/identity/person.entity.ts';
import type { Role } from '../shared/permissions.ts';
import type { Actor } from './support/actor.ts';
import { bootHub, type TestCommune } from './support/app.ts';

const hub = await bootHub();

const membershipOf = (person: Actor, commune: TestCommune, key: string) =>
  hub.em.fork().findOneOrFail(Membership, { person: person.id, group: commune.groups[key]!.id });

const assign = async (
  person: Actor,
  commune: TestCommune,
  key: string,
  role: Role,
  seat: string | null = null,
) => ({
  params: { membershipId: (await membershipOf(person, commune, key)).id },
  body: { role, seat },
});

test('communes are public', async () => {
  const commune = await hub.commune();
  const visitor = hub.visitor();
  const view = await visitor.call('commune.get', { params: { slug: commune.slug } });
  expect(view).toMatchObject({ id: commune.id, province: 'Bắc Kạn', isDemo: false });
  expect(await visitor.call('commune.list')).toContainEqual(view);
  expect(await visitor.refusal('commune.get', { params: { slug: 'nowhere' } })).toBe('not_found');
});

test('me: who I am, where I belong, and what I may do in each place', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'] });
  const me = await head.call('me.get');
  expect(me).toMatchObject({ id: head.id, name: head.name, commune: { slug: commune.slug } });
  expect(me.permissions).toContain('channel.read');
  expect(me.permissions).not.toContain('notice.publish');
  const own = me.memberships.find(({ group }) => group.kind === 'residential');
  expect(own).toMatchObject({ role: 'head', seat: 'Tổ trưởng tổ 13', household: { address: 'Số 1 tdp13' } });
  expect(own?.permissions).toContain('member.admit');
  expect(await hub.visitor().refusal('me.get')).toBe('unauthenticated');
});

test('me after having left everything: still the commune, nothing in it', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  await hub.em.fork().nativeUpdate(Membership, { person: lan.id }, { status: 'left' });
  expect(await lan.call('me.get')).toMatchObject({
    commune: { slug: commune.slug },
    permissions: [],
    memberships: [],
  });
  await hub.em.fork().nativeDelete(Membership, { person: lan.id });
  expect(await lan.refusal('me.get')).toBe('unauthenticated');
});

test('every group, for those who address or manage groups: only where they may do something', async () => {
  const commune = await hub.commune();
  await commune.group('women', 'association', null);
  const kindsOf = async (actor: Actor) => (await actor.call('group.listAll')).map(({ name }) => name);
  const all = ['commune', 'tdp12', 'tdp13', 'women'];
  expect(await kindsOf(await commune.person({ commune: 'admin' }))).toEqual(all);
  expect(await kindsOf(await commune.person({ commune: 'official' }))).toEqual(all);
  expect(await kindsOf(await commune.person({ tdp13: 'head' }))).toEqual(['commune', 'tdp13']);
  for (const role of ['resident', 'tech', 'moderator'] as const) {
    expect(await (await commune.person({ tdp13: 'resident', commune: role })).refusal('group.listAll')).toBe(
      'forbidden',
    );
  }
});

test('members: those in office first, then by given name; for members and administrators only', async () => {
  const commune = await hub.commune();
  const people = await Promise.all([
    commune.person({ tdp13: 'resident' }),
    commune.person({ tdp13: 'resident' }),
    commune.person({ tdp13: 'resident' }),
    commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'] }),
  ]);
  const names = ['Trần Văn Đạt', 'Vũ Thị Dung', 'Bàn Văn Ân', 'Hoàng Văn Yên'];
  const em = hub.em.fork();
  await Promise.all(people.map(({ id }, index) => em.nativeUpdate(Person, id, { name: names[index]! })));
  const params = { groupId: commune.groups.tdp13!.id };
  const list = await people[0]!.call('member.list', { params });
  expect(list.map(({ name }) => name)).toEqual([
    'Hoàng Văn Yên',
    'Bàn Văn Ân',
    'Vũ Thị Dung',
    'Trần Văn Đạt',
  ]);
  expect(list[0]).toMatchObject({ personId: people[3]!.id, role: 'head', seat: 'Tổ trưởng tổ 13' });
  const admin = await commune.person({ commune: 'admin' });
  expect(await admin.call('member.list', { params })).toEqual(list);
  const official = await commune.person({ commune: 'official' });
  expect(await official.refusal('member.list', { params })).toBe('forbidden');
  const other = await commune.person({ tdp12: 'resident' });
  expect(await other.refusal('member.list', { params })).toBe('not_found');
  expect(await other.refusal('member.list', { params: { groupId: randomUUID() } })).toBe('not_found');
  const stranger = await (await hub.commune()).person({ commune: 'admin' });
  expect(await stranger.refusal('member.list', { params })).toBe('not_found');
});

test('an administrator gives a role and a seat; the person is told at once, the log keeps it', async () => {
  const commune = await hub.commune();
  const admin = await commune.person({ commune: 'admin' });
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const given = await admin.call(
    'role.assign',
    await assign(lan, commune, 'tdp13', 'head', 'Tổ trưởng tổ 13'),
  );
  expect(given).toMatchObject({ personId: lan.id, role: 'head', seat: 'Tổ trưởng tổ 13' });
  await lan.hears('place.changed');
  const mine = (await lan.call('me.get')).memberships.find(({ id }) => id === given.id);
  expect(mine).toMatchObject({ role: 'head', seat: 'Tổ trưởng tổ 13' });
  expect(mine?.permissions).toContain('member.admit');
  expect(await admin.call('role.assign', await assign(lan, commune, 'tdp13', 'resident', ' '))).toMatchObject(
    {
      role: 'resident',
      seat: null,
    },
  );
  const entries = await hub.em.fork().find(AuditEntry, { communeId: commune.id }, { orderBy: { id: 'asc' } });
  expect(entries.map(({ act, actorId, data }) => ({ act, actorId, data }))).toMatchObject([
    {
      act: 'role.assigned',
      actorId: admin.id,
      data: { before: { role: 'resident' }, after: { role: 'head' } },
    },
    {
      act: 'role.assigned',
      actorId: admin.id,
      data: { before: { role: 'head' }, after: { role: 'resident' } },
    },
  ]);
});

test('nobody else gives roles, and no head is of the whole commune', async () => {
  const commune = await hub.commune();
  const admin = await commune.person({ commune: 'admin' });
  const lan = await commune.person({ tdp13: 'resident' });
  const inGroup = await assign(lan, commune, 'tdp13', 'admin');
  const inCommune = await assign(lan, commune, 'commune', 'admin');
  const groupAdmin = await commune.person({ tdp13: 'admin' });
  for (const actor of [
    lan,
    await commune.person({ tdp13: 'head' }),
    await commune.person({ commune: 'official' }),
  ]) {
    expect(await actor.refusal('role.assign', inGroup)).toBe('forbidden');
    expect(await actor.refusal('role.assign', inCommune)).toBe('forbidden');
  }
  expect(await (await commune.person({ tdp12: 'head' })).refusal('role.assign', inGroup)).toBe('not_found');
  expect(await groupAdmin.refusal('role.assign', inCommune)).toBe('forbidden');
  expect((await groupAdmin.call('role.assign', inGroup)).role).toBe('admin');
  expect(await admin.refusal('role.assign', await assign(lan, commune, 'commune', 'head'))).toBe(
    'bad_request',
  );
  const stranger = await (await hub.commune()).person({ commune: 'admin' });
  expect(await stranger.refusal('role.assign', inGroup)).toBe('not_found');
  await hub.em.fork().nativeUpdate(Membership, inGroup.params.membershipId, { status: 'left' });
  expect(await admin.refusal('role.assign', inGroup)).toBe('conflict');
});

test('a commune keeps one administrator, even when the last two leave at once', async () => {
  const commune = await hub.commune();
  const [one, two] = [await commune.person({ commune: 'admin' }), await commune.person({ commune: 'admin' })];
  const leave = await Promise.all([one, two].map((person) => assign(person, commune, 'commune', 'resident')));
  const answers = await Promise.all([
    one.request('role.assign', leave[0]!),
    two.request('role.assign', leave[1]!),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const admins = await hub.em.fork().count(Membership, { group: commune.groups.commune!.id, role: 'admin' });
  expect(admins).toBe(1);
});

test('households: the head keeps the list, doors without a smartphone included', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' });
  const params = { groupId: commune.groups.tdp13!.id };
  const body = { address: 'Số 12, ngõ 3', hasSmartphone: false };
  const made = await head.call('household.create', { params, body });
  expect(made).toMatchObject({ groupId: params.groupId, ...body, members: [] });
  const ninth = await head.call('household.create', { params, body: { address: 'Số 9, ngõ 3' } });
  expect(ninth.hasSmartphone).toBe(true);
  const listed = await head.call('household.list', { params });
  expect(listed.map(({ address }) => address)).toEqual(['Số 1 tdp13', 'Số 9, ngõ 3', 'Số 12, ngõ 3']);
  expect(listed[0]!.members).toEqual([{ id: head.id, name: head.name }]);

  expect(await head.refusal('household.create', { params, body: { address: 'so 12 ngo 3' } })).toBe(
    'household_exists',
  );
  const update = (householdId: string, address: string) => ({ params: { householdId }, body: { address } });
  expect(await head.refusal('household.update', update(made.id, 'SỐ 9 NGÕ 3'))).toBe('household_exists');
  const corrected = await head.call('household.update', update(made.id, 'Số 12, Ngõ 3'));
  expect(corrected).toMatchObject({ id: made.id, address: 'Số 12, Ngõ 3', hasSmartphone: true });
  expect(await head.call('household.list', { params })).toContainEqual(corrected);
  expect((await head.call('household.update', update(listed[0]!.id, 'Số 1'))).members).toEqual(
    listed[0]!.members,
  );
  const entries = await hub.em.fork().find(AuditEntry, { communeId: commune.id }, { orderBy: { id: 'asc' } });
  expect(entries.map(({ act, data }) => [act, data.changed])).toEqual([
    ['household.created', undefined],
    ['household.created', undefined],
    ['household.updated', ['address', 'hasSmartphone']],
    ['household.updated', ['address']],
  ]);
});

test('two who add one address at once make one household', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' });
  const params = { groupId: commune.groups.tdp13!.id };
  const answers = await Promise.all(
    ['Số 5 ngõ Đá', 'số 5, ngõ đá', 'So 5 ngo da'].map((address) =>
      head.request('household.create', { params, body: { address } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test('households are the business of heads and administrators, of residential groups', async () => {
  const commune = await hub.commune();
  const sector = await commune.group('police', 'sector', null);
  const admin = await commune.person({ commune: 'admin' });
  const household = commune.households.tdp13!;
  const params = { groupId: commune.groups.tdp13!.id };
  const body = { address: 'Số 99' };
  expect((await admin.call('household.list', { params })).length).toBe(1);
  expect(await admin.refusal('household.create', { params: { groupId: sector.id }, body })).toBe(
    'bad_request',
  );
  const cases: [Actor, string][] = [
    [await commune.person({ tdp13: 'resident' }), 'forbidden'],
    [await commune.person({ commune: 'official' }), 'forbidden'],
    [await commune.person({ tdp12: 'head' }), 'not_found'],
    [await (await hub.commune()).person({ commune: 'admin' }), 'not_found'],
  ];
  for (const [actor, code] of cases) {
    expect(await actor.refusal('household.list', { params })).toBe(code);
    expect(await actor.refusal('household.create', { params, body })).toBe(code);
    expect(await actor.refusal('household.update', { params: { householdId: household.id }, body })).toBe(
      code,
    );
  }
  expect(await admin.refusal('household.update', { params: { householdId: randomUUID() }, body })).toBe(
    'not_found',
  );
  expect(await admin.refusal('household.create', { params, body: { address: ' ' } })).toBe('bad_request');
  expect(await admin.refusal('household.list', { params: { groupId: 'not-an-id' } })).toBe('bad_request');
});
