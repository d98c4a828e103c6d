import { expect, test } from 'vitest';
import { record } from '../server/audit/audit.ts';
import { notify } from '../server/notifications/notify.ts';
import { Events } from '../server/platform/events.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import type { Actor } from './support/actor.ts';

const hub = await bootHub();

/** Tells a person something, as the services do. */
async function tell({ id }: Actor, count: number): Promise<void> {
  const em = hub.em.fork();
  const tells = Array.from({ length: count }, (_, index) =>
    notify(em, id, 'membership_admitted', { group: `Tổ ${index}`, href: '/app' }),
  );
  await em.flush();
  for (const one of tells) one(hub.app.get(Events));
}

test('notifications reach their person alone, newest first, and are read on all devices at once', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const phone = await (await commune.signIn(lan)).connect();
  const neighbour = await (await commune.person({ tdp13: 'resident' })).connect();
  await tell(lan, 3);
  await tell(neighbour, 1);
  await phone.hears('notification.created', ({ data }) => data.group === 'Tổ 2');
  const mine = await lan.call('notification.list');
  expect(mine.map(({ data }) => data.group)).toEqual(['Tổ 2', 'Tổ 1', 'Tổ 0']);
  expect(phone.all('notification.created').toReversed()).toEqual(mine);
  expect(mine.every(({ readAt }) => readAt === null)).toBe(true);

  const { readAt } = await lan.call('notification.read');
  expect(await phone.hears('notification.read')).toEqual({ readAt });
  expect(await lan.call('notification.list')).toEqual(mine.map((one) => ({ ...one, readAt })));
  await lan.call('notification.read');
  expect((await lan.call('notification.list'))[0]!.readAt).toBe(readAt); // what is read stays read since then

  await neighbour.settles();
  expect(neighbour.all('notification.read')).toEqual([]);
  expect(neighbour.all('notification.created')).toHaveLength(1);
  expect((await neighbour.call('notification.list'))[0]!.readAt).toBeNull();
  expect(await hub.visitor().refusal('notification.list')).toBe('unauthenticated');
  expect(await hub.visitor().refusal('notification.read')).toBe('unauthenticated');
});

test('the list of notifications ends after a hundred', async () => {
  const lan = await (await hub.commune()).person({ tdp13: 'resident' });
  await tell(lan, 103);
  const mine = await lan.call('notification.list');
  expect([mine.length, mine[0]!.data.group, mine.at(-1)!.data.group]).toEqual([100, 'Tổ 102', 'Tổ 3']);
});

/** Acts of an admin in the audit log, numbered from 0. */
async function act(commune: TestCommune, actor: Actor, count: number): Promise<void> {
  const em = hub.em.fork();
  for (let number = 0; number < count; number += 1) {
    record(em, {
      communeId: commune.id,
      actorId: number === 1 ? null : actor.id,
      groupId: number === 0 ? null : commune.groups.tdp13!.id,
      act: 'role.assigned',
      subjectType: 'membership',
      subjectId: String(number),
      data: { number },
    });
  }
  await em.flush();
}

test('the audit log is read by those who may, a hundred at a time, and never across communes', async () => {
  const commune = await hub.commune();
  const admin = await commune.person({ commune: 'admin' });
  await act(commune, admin, 102);
  const first = await admin.call('audit.list', { query: {} });
  expect(first.map(({ data }) => data.number)).toEqual(
    Array.from({ length: 100 }, (_, index) => 101 - index),
  );
  const rest = await admin.call('audit.list', { query: { before: first.at(-1)!.id } });
  expect(rest).toMatchObject([
    { subjectId: '1', actor: null, group: { id: commune.groups.tdp13!.id, name: 'tdp13' } },
    { subjectId: '0', actor: { id: admin.id, name: admin.name, seat: null }, group: null },
  ]);

  const moderator = await commune.person({ commune: 'moderator' });
  expect(await moderator.call('audit.list', { query: {} })).toEqual(first);
  const others = [
    await commune.person({ tdp13: 'head' }),
    await commune.person({ tdp13: 'moderator' }),
    await commune.person({ commune: 'official' }),
  ];
  for (const other of others) expect(await other.refusal('audit.list', { query: {} })).toBe('forbidden');
  const foreigner = await (await hub.commune()).person({ commune: 'admin' });
  expect(await foreigner.call('audit.list', { query: {} })).toEqual([]);
  expect(await admin.refusal('audit.list', { query: { before: 'x' } })).toBe('bad_request');
});
