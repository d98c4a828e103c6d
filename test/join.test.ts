import { expect, test } from 'vitest';
import { AuditEntry } from '../server/audit/audit-entry.entity.ts';
import { Session } from '../server/identity/session.entity.ts';
import { Membership } from '../server/places/membership.entity.ts';
import { bootHub } from './support/app.ts';
import { communeWithHead, invite, joined, newcomer } from './support/newcomers.ts';

const hub = await bootHub();

test('a newcomer sees where the code leads, asks, and is admitted with one tap', async () => {
  const { commune, head, groupId } = await communeWithHead(hub);
  const neighbour = await (await commune.person({ tdp13: 'resident' })).connect();
  const { code } = await invite(head, commune);
  await head.connect();

  const visitor = hub.visitor();
  const preview = await visitor.call('invitation.preview', { params: { code } });
  expect(preview).toMatchObject({
    commune: { slug: commune.slug },
    group: { id: groupId, kind: 'residential', number: 13 },
    isPreApproved: false,
    headName: head.name,
    householdCount: 1,
    households: [{ id: commune.households.tdp13!.id, address: 'Số 1 tdp13' }],
  });
  expect(JSON.stringify(preview)).not.toContain(neighbour.name);

  const given = newcomer();
  await visitor.call('invitation.join', { params: { code }, body: given });
  const me = await visitor.call('me.get');
  expect(me).toMatchObject({ name: given.name, commune: { slug: commune.slug }, permissions: [] });
  expect(me.memberships.map(({ status, permissions }) => ({ status, permissions }))).toEqual([
    { status: 'pending', permissions: [] },
    { status: 'pending', permissions: [] },
  ]);
  // What the app opens with answers to those who wait, too.
  expect(await visitor.call('group.list')).toEqual([]);
  expect(await visitor.call('notice.list')).toEqual([]);
  expect(await visitor.call('notification.list')).toEqual([]);
  expect(await visitor.refusal('member.list', { params: { groupId } })).toBe('not_found');

  const request = await head.hears('member.requested');
  expect(await head.call('member.requests')).toEqual([request]);
  expect(request).toMatchObject({
    group: { id: groupId },
    name: given.name,
    phone: `+84${given.phone.slice(1)}`,
    household: { address: 'Số nhà 12, ngõ 3' },
    status: 'pending',
  });
  expect((await head.hears('notification.created')).data).toEqual({
    name: given.name,
    group: 'tdp13',
    href: `/app/groups/${groupId}`,
  });

  await visitor.connect();
  const decided = await head.call('member.decide', {
    params: { membershipId: request.id },
    body: { admit: true },
  });
  expect(decided).toEqual({ ...request, status: 'active' });
  expect(await head.hears('member.decided')).toEqual(decided);
  expect(await head.call('member.requests')).toEqual([]);
  await visitor.hears('place.changed');
  expect(await visitor.hears('notification.created')).toMatchObject({
    kind: 'membership_admitted',
    data: { group: 'tdp13', href: `/app/groups/${groupId}` },
  });
  const after = await visitor.call('me.get');
  expect(after.memberships.map(({ status }) => status)).toEqual(['active', 'active']);
  expect(after.permissions).toContain('channel.read');
  expect((await visitor.call('group.list')).length).toBe(2);
  await neighbour.settles();
  expect([...neighbour.all('member.requested'), ...neighbour.all('member.decided')]).toEqual([]);

  expect((await invite(head, commune)).usedCount).toBe(0);
  const used = (await head.call('invitation.list', { params: { groupId } })).find(
    (other) => other.code === code,
  );
  expect(used?.usedCount).toBe(1);
});

test('a pre-approved invitation admits at once, and says so in the audit log', async () => {
  const { commune, head } = await communeWithHead(hub);
  const { id: invitationId, code } = await invite(head, commune, { isPreApproved: true });
  const xuan = await joined(hub, code, newcomer({ household: { id: commune.households.tdp13!.id } }));
  const me = await xuan.call('me.get');
  expect(me.memberships.map(({ status, role }) => [status, role])).toEqual([
    ['active', 'resident'],
    ['active', 'resident'],
  ]);
  expect(me.memberships.find(({ group }) => group.number === 13)?.household?.id).toBe(
    commune.households.tdp13!.id,
  );
  expect(await head.call('member.requests')).toEqual([]);
  const [entry] = await hub.em.fork().find(AuditEntry, { communeId: commune.id, act: 'member.admitted' });
  expect(entry).toMatchObject({ actorId: head.id, data: { personId: me.id, invitationId } });
  const admin = await commune.person({ commune: 'admin' });
  const log = await admin.call('audit.list', { query: {} });
  expect(log.find(({ act }) => act === 'member.admitted')).toMatchObject({
    actor: { id: head.id },
    person: { id: me.id, name: 'Bàn Thị Xuân' },
  });
  expect(log.find(({ act }) => act === 'invitation.created')!.person).toBeNull();
});

test('an invitation whose maker does not admit any more makes requests, not members', async () => {
  const { commune, head, groupId } = await communeWithHead(hub);
  const { code } = await invite(head, commune, { isPreApproved: true });
  const next = await commune.person({ tdp13: 'head' });
  await hub.em.fork().nativeUpdate(Membership, { person: head.id, group: groupId }, { role: 'resident' });
  const preview = await hub.visitor().call('invitation.preview', { params: { code } });
  expect(preview.isPreApproved).toBe(false);
  expect(await next.call('invitation.list', { params: { groupId } })).toMatchObject([
    { isPreApproved: false },
  ]);
  const xuan = await joined(hub, code);
  expect((await xuan.call('me.get')).memberships.map(({ status }) => status)).toEqual(['pending', 'pending']);
  expect(await next.call('member.requests')).toHaveLength(1);
});

test('one address is one household, however it is spelled and whoever comes first', async () => {
  const { commune, head, groupId } = await communeWithHead(hub);
  const { code } = await invite(head, commune, { isPreApproved: true });
  const addresses = [
    'Số nhà 7, ngõ Đào',
    'số nhà 7 ngõ đào',
    'So nha 7,  ngo dao',
    'Số nhà 7, ngõ Đào'.normalize('NFD'),
  ];
  await Promise.all(addresses.map((address) => joined(hub, code, newcomer({ household: { address } }))));
  const households = await head.call('household.list', { params: { groupId } });
  // The head's own, and the new one, under the spelling that came first.
  expect(households.map(({ members }) => members.length).sort()).toEqual([1, 4]);
});

test('a whole meeting joins at once, some to known doors and some to new ones', async () => {
  const { commune, head, groupId } = await communeWithHead(hub);
  const { code } = await invite(head, commune, { isPreApproved: true });
  const known = { id: commune.households.tdp13!.id };
  const doors = Array.from({ length: 16 }, (_, index) =>
    index % 2 ? known : { address: `Số ${index + 2}` },
  );
  await Promise.all(doors.map((household) => joined(hub, code, newcomer({ household }))));
  const households = await head.call('household.list', { params: { groupId } });
  expect(households.map(({ members }) => members.length)).toEqual([9, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect((await head.call('invitation.list', { params: { groupId } }))[0]?.usedCount).toBe(16);
});

test('several people share one phone; the very same person twice is told to sign in', async () => {
  const { commune, head } = await communeWithHead(hub);
  const { code } = await invite(head, commune);
  const mother = newcomer({ name: 'Ma Thị Hòa' });
  await joined(hub, code, mother);
  await joined(hub, code, { ...mother, name: 'Ma Văn Long' });
  const again = { params: { code }, body: { ...mother, name: 'ma thị hoà' } };
  expect(await hub.visitor().refusal('invitation.join', again)).toBe('already_member');
  await joined(hub, code, { ...mother, passphrase: 'một câu khác hẳn' });

  const twice = newcomer();
  const taps = await Promise.all(
    [1, 2].map(() => hub.visitor().request('invitation.join', { params: { code }, body: twice })),
  );
  expect(taps.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('who has an account accepts: pending to their own, refused twice, sector groups included', async () => {
  const { commune, head } = await communeWithHead(hub);
  const admin = await commune.person({ commune: 'admin' });
  await commune.group('police', 'sector', null);
  const { code } = await invite(admin, commune, { key: 'police', isPreApproved: true });
  expect(await hub.visitor().refusal('invitation.join', { params: { code }, body: newcomer() })).toBe(
    'bad_request',
  );
  expect(
    await hub.visitor().refusal('invitation.accept', { params: { code }, body: { household: null } }),
  ).toBe('unauthenticated');
  const lan = await (await commune.person({ tdp12: 'resident' })).connect();
  const accepted = await lan.call('invitation.accept', { params: { code }, body: { household: null } });
  expect(accepted).toMatchObject({
    group: { kind: 'sector' },
    status: 'active',
    role: 'resident',
    household: null,
  });
  expect(accepted.permissions).toContain('channel.read');
  await lan.hears('place.changed');
  expect(await lan.refusal('invitation.accept', { params: { code }, body: { household: null } })).toBe(
    'already_member',
  );

  const to13 = await invite(head, commune);
  const without = { params: { code: to13.code }, body: { household: null } };
  expect(await lan.refusal('invitation.accept', without)).toBe('bad_request');
  const foreign = { ...without, body: { household: { id: commune.households.tdp12!.id } } };
  expect(await lan.refusal('invitation.accept', foreign)).toBe('bad_request');
  const home = { ...without, body: { household: { id: commune.households.tdp13!.id } } };
  expect(await lan.call('invitation.accept', home)).toMatchObject({ status: 'pending', permissions: [] });
  expect(await lan.refusal('invitation.accept', home)).toBe('already_member');
  expect((await lan.call('me.get')).memberships.map(({ status }) => status).sort()).toEqual([
    'active',
    'active',
    'active',
    'pending',
  ]);
  const elsewhere = await (await hub.commune()).person({ tdp13: 'resident' });
  expect(await elsewhere.refusal('invitation.accept', home)).toBe('conflict');
});

test('what does not fit is refused, and leaves nothing behind', async () => {
  const { commune, head, groupId } = await communeWithHead(hub);
  const { code } = await invite(head, commune);
  const other = await commune.household('tdp12', 'Số 2');
  const refusalOf = (body: Partial<ReturnType<typeof newcomer>>) =>
    hub.visitor().refusal('invitation.join', { params: { code }, body: { ...newcomer(), ...body } });
  expect(await refusalOf({ phone: '0212345678' })).toBe('phone_invalid');
  expect(await refusalOf({ phone: '+1 415 555 0132' })).toBe('phone_invalid');
  expect(await refusalOf({ passphrase: 'ngắn' })).toBe('bad_request');
  expect(await refusalOf({ name: ' ' })).toBe('bad_request');
  expect(await refusalOf({ household: { id: other.id } })).toBe('bad_request');
  expect(await refusalOf({ household: { address: ' ' } })).toBe('bad_request');
  const posing = { ...newcomer(), name: 'Tổ trưởng tổ 13' };
  const answer = await hub.visitor().request('invitation.join', { params: { code }, body: posing });
  expect(await answer.json()).toEqual({ error: { code: 'name_refused' } });
  const [left] = await head.call('invitation.list', { params: { groupId } });
  expect(left!.usedCount).toBe(0);
  expect(await head.call('member.requests')).toEqual([]);
});

test('joining is limited by address', async () => {
  const strict = await bootHub({ databaseUrl: hub.databaseUrl, config: { rateLimitScale: 1 / 60 } });
  const { commune, head } = await communeWithHead(hub);
  const { code } = await invite(head, commune);
  const visit = () =>
    fetch(`${strict.url}/api/invitations/${code}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(newcomer()),
    });
  expect((await visit()).status).toBe(200);
  const refused = await visit();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('the cookie of a newcomer is HttpOnly, and only its hash is stored', async () => {
  const { commune, head } = await communeWithHead(hub);
  const { code } = await invite(head, commune);
  const response = await hub.visitor().request('invitation.join', { params: { code }, body: newcomer() });
  const cookie = response.headers.get('set-cookie')!;
  expect(cookie).toMatch(/^dinh_session=[^;]{40,}; .*HttpOnly.*SameSite=Lax/i);
  const token = cookie.split(';')[0]!.split('=')[1]!;
  expect(await hub.em.fork().count(Session, { tokenHash: token })).toBe(0);
});
