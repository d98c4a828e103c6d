import { expect, test } from 'vitest';
import { Notification } from '../server/notifications/notification.entity.ts';
import { AuditEntry } from '../server/audit/audit-entry.entity.ts';
import { Membership } from '../server/places/membership.entity.ts';
import type { Actor } from './support/actor.ts';
import { bootHub } from './support/app.ts';
import { communeWithHead, invite, joined, newcomer } from './support/newcomers.ts';

const hub = await bootHub();

test('a refused person is told, sees nothing, and may ask again, but not past the head who refused', async () => {
  const { commune, head } = await communeWithHead(hub);
  const { code } = await invite(head, commune);
  const open = await invite(head, commune, { isPreApproved: true });
  const xuan = await joined(hub, code);
  const [request] = await head.call('member.requests');
  await head.call('member.decide', { params: { membershipId: request!.id }, body: { admit: false } });
  const me = await xuan.call('me.get');
  expect(me.memberships.map(({ status }) => status)).toEqual(['refused', 'refused']);
  expect(await xuan.call('notification.list')).toMatchObject([{ kind: 'membership_refused' }]);

  const again = await xuan.call('invitation.accept', {
    params: { code: open.code },
    body: { household: null },
  });
  expect(again).toMatchObject({ status: 'pending', household: { address: 'Số nhà 12, ngõ 3' } });
  expect((await head.call('member.requests')).map(({ id }) => id)).toEqual([request!.id]);
  await head.call('member.decide', { params: { membershipId: request!.id }, body: { admit: true } });
  expect((await xuan.call('me.get')).memberships.map(({ status }) => status)).toEqual(['active', 'active']);
});

test('whom the commune refuses, its groups do not admit beside it', async () => {
  const { commune, head } = await communeWithHead(hub);
  const admin = await commune.person({ commune: 'admin' });
  const xuan = await joined(hub, (await invite(head, commune)).code);
  const { memberships } = await xuan.call('me.get');
  const idIn = (kind: string) => memberships.find(({ group }) => group.kind === kind)!.id;
  const decide = (key: string, admit: boolean) => ({
    params: { membershipId: idIn(key) },
    body: { admit },
  });
  await admin.call('member.decide', decide('commune', false));
  expect(await head.call('member.requests')).toEqual([]);
  expect(await head.refusal('member.decide', decide('residential', true))).toBe('already_decided');
  const now = await xuan.call('me.get');
  expect(now.memberships.map(({ status }) => status)).toEqual(['refused', 'refused']);
});

test('a name that poses as an office-holder opens no further door; an account is in one commune, also where two codes are used at once', async () => {
  const { commune, head } = await communeWithHead(hub);
  const { code } = await invite(head, commune, { isPreApproved: true });
  const elsewhere = await Promise.all([communeWithHead(hub), communeWithHead(hub)]);
  const [there, beyond] = elsewhere as [(typeof elsewhere)[0], (typeof elsewhere)[0]];
  const refused = async (name: string) => {
    const person = await joined(hub, (await invite(there.head, there.commune)).code, newcomer({ name }));
    const [request] = await there.head.call('member.requests');
    await there.head.call('member.decide', { params: { membershipId: request!.id }, body: { admit: false } });
    return person;
  };
  const body = { household: { address: 'Số 1' } };
  await hub.em.execute('update person set name = ? where id = ?', ['Triệu Văn Thành', head.id]);
  const impostor = await refused('Triệu Văn Thành');
  expect(await impostor.refusal('invitation.accept', { params: { code }, body })).toBe('name_refused');

  const xuan = await refused('Bàn Thị Xuân');
  const other = await invite(beyond.head, beyond.commune, { isPreApproved: true });
  const answers = await Promise.all(
    [code, other.code, code, other.code].map((one) =>
      xuan.request('invitation.accept', { params: { code: one }, body }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
});

test('of two who decide at once, one is told that it is decided', async () => {
  const { commune, head } = await communeWithHead(hub);
  const admin = await commune.person({ commune: 'admin' });
  await joined(hub, (await invite(head, commune)).code);
  const [request] = await admin.call('member.requests');
  const decide = (actor: Actor, admit: boolean) =>
    actor.request('member.decide', { params: { membershipId: request!.id }, body: { admit } });
  const answers = await Promise.all([decide(head, true), decide(admin, false), decide(head, true)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(
    await head.refusal('member.decide', { params: { membershipId: request!.id }, body: { admit: true } }),
  ).toBe('already_decided');
  const entries = await hub.em.fork().find(AuditEntry, { communeId: commune.id, subjectId: request!.id });
  expect(entries.length).toBe(1);
});

test('only those who admit see requests and decide them', async () => {
  const { commune, head } = await communeWithHead(hub);
  const admin = await commune.person({ commune: 'admin' });
  const { code } = await invite(head, commune);
  await joined(hub, code);
  const [request] = await head.call('member.requests');
  const decide = { params: { membershipId: request!.id }, body: { admit: true } };
  expect((await admin.call('member.requests')).map(({ id }) => id)).toEqual([request!.id]);
  const neighbour = await commune.person({ tdp13: 'resident' });
  const official = await commune.person({ commune: 'official' });
  const otherHead = await commune.person({ tdp12: 'head' });
  const stranger = await (await hub.commune()).person({ tdp13: 'head', commune: 'admin' });
  for (const actor of [neighbour, official, otherHead, stranger]) {
    expect(await actor.call('member.requests')).toEqual([]);
  }
  expect(await neighbour.refusal('member.decide', decide)).toBe('forbidden');
  expect(await official.refusal('member.decide', decide)).toBe('forbidden');
  expect(await otherHead.refusal('member.decide', decide)).toBe('not_found');
  expect(await stranger.refusal('member.decide', decide)).toBe('not_found');
  // Whoever waits decides nothing, least of all about themselves.
  const waiting = await joined(hub, code);
  const [, own] = await head.call('member.requests');
  const ownDecision = { params: { membershipId: own!.id }, body: { admit: true } };
  expect(await waiting.refusal('member.decide', ownDecision)).toBe('not_found');
});

test('a group without a head asks the administrators of the commune', async () => {
  const commune = await hub.commune();
  const admin = await commune.person({ commune: 'admin' });
  await joined(hub, (await invite(admin, commune, { key: 'tdp12' })).code);
  expect(await admin.call('notification.list')).toMatchObject([{ kind: 'membership_requested' }]);
});

test('with a head, the administrators are not rung up', async () => {
  const { commune, head } = await communeWithHead(hub);
  const admin = await commune.person({ commune: 'admin' });
  await joined(hub, (await invite(head, commune)).code);
  expect(await admin.call('notification.list')).toEqual([]);
  const kept = await hub.em.fork().count(Notification, { person: head.id, kind: 'membership_requested' });
  expect(kept).toBe(1);
});

test('who comes back after having left is a resident, whatever they were, and still muted', async () => {
  const { commune, head } = await communeWithHead(hub);
  const former = await commune.person({ tdp13: ['head', 'Tổ phó'] });
  const mutedUntil = new Date(Date.now() + 3600_000);
  await hub.em
    .fork()
    .nativeUpdate(
      Membership,
      { person: former.id, group: commune.groups.tdp13!.id },
      { status: 'left', mutedUntil },
    );
  const { code } = await invite(head, commune, { isPreApproved: true });
  const back = await former.call('invitation.accept', { params: { code }, body: { household: null } });
  expect(back).toMatchObject({
    role: 'resident',
    seat: null,
    status: 'active',
    mutedUntil: mutedUntil.toISOString(),
  });
});

test('an invitation is made, listed and ended by those who admit', async () => {
  const { commune, head, groupId } = await communeWithHead(hub);
  const resident = await commune.person({ tdp13: 'resident' });
  const otherHead = await commune.person({ tdp12: 'head' });
  const made = await invite(head, commune);
  expect(made.code).toMatch(/^[2-9a-hjkmnp-z]{12}$/);
  expect(Date.parse(made.expiresAt) - Date.now()).toBeGreaterThan(29 * 24 * 3600_000);
  const create = { params: { groupId }, body: { isPreApproved: true } };
  const revoke = { params: { invitationId: made.id } };
  expect(await resident.refusal('invitation.create', create)).toBe('forbidden');
  expect(await otherHead.refusal('invitation.create', create)).toBe('not_found');
  expect(await resident.refusal('invitation.list', { params: { groupId } })).toBe('forbidden');
  expect(await resident.refusal('invitation.revoke', revoke)).toBe('forbidden');
  expect(await otherHead.refusal('invitation.revoke', revoke)).toBe('not_found');
  expect(await head.call('invitation.list', { params: { groupId } })).toEqual([made]);

  // Typed by hand from the sheet.
  const typed = ` ${made.code.slice(0, 4).toUpperCase()}-${made.code.slice(4)}`;
  await hub.visitor().call('invitation.preview', { params: { code: typed } });
  await head.call('invitation.revoke', revoke);
  await head.call('invitation.revoke', revoke);
  expect(await head.call('invitation.list', { params: { groupId } })).toEqual([]);
  const code = { params: { code: made.code } };
  expect(await hub.visitor().refusal('invitation.preview', code)).toBe('invitation_ended');
  expect(await hub.visitor().refusal('invitation.join', { ...code, body: newcomer() })).toBe(
    'invitation_ended',
  );
  expect(await resident.refusal('invitation.accept', { ...code, body: { household: null } })).toBe(
    'invitation_ended',
  );
  expect(await hub.visitor().refusal('invitation.preview', { params: { code: 'no-such-code' } })).toBe(
    'not_found',
  );
  const entries = await hub.em.fork().find(AuditEntry, { communeId: commune.id }, { orderBy: { id: 'asc' } });
  expect(entries.map(({ act }) => act)).toEqual(['invitation.created', 'invitation.revoked']);
  expect(JSON.stringify(entries)).not.toContain(made.code);
});

test('the commune’s own invitation asks once, and its administrators decide', async () => {
  const commune = await hub.commune();
  const admin = await commune.person({ commune: 'admin' });
  const { code } = await invite(admin, commune, { key: 'commune' });
  const preview = await hub.visitor().call('invitation.preview', { params: { code } });
  expect(preview).toMatchObject({ householdCount: 2, households: [], headName: null });
  const xuan = await joined(hub, code);
  const requests = await admin.call('member.requests');
  expect(requests.map(({ group }) => group.id)).toEqual([commune.groups.commune!.id]);
  await admin.call('member.decide', { params: { membershipId: requests[0]!.id }, body: { admit: true } });
  expect((await xuan.call('me.get')).memberships).toMatchObject([
    { status: 'active', group: { kind: 'commune' } },
  ]);
});
