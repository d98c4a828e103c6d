import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RuleKey } from '../shared/moderation.ts';
import { applyToChannel } from '../shared/badge.ts';
import { applyEvent } from '../shared/timeline.ts';
import { Group } from '../server/places/group.entity.ts';
import { bootHub } from './support/app.ts';
import { decision, flagged, openCases, quarrel, report, say } from './support/moderation.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();

test('flags of one subject gather in one case, which moderators hear live and read in context', async () => {
  const { commune, author, lan, minh, moderator, message } = await quarrel(hub);
  await moderator.connect();
  const later = await say(lan, commune, 'Bác bình tĩnh');
  for (let i = 0; i < 6; i += 1) await say(minh, commune, `Lời ${i}`);
  await lan.call('message.delete', { params: { messageId: later.id } });

  expect(await lan.call('flag.create', report(message.id))).toEqual({ ok: true });
  const opened = await moderator.hears('case.opened');
  expect(opened).toMatchObject({
    version: 1,
    status: 'open',
    group: { id: commune.groups.tdp13!.id },
    author: { id: author.id },
    text: 'Câu nặng lời',
    claimedBy: null,
    flags: [{ reporter: { id: lan.id, seat: null }, rule: 'insult', reason: 'Nặng lời quá' }],
  });
  await lan.call('flag.create', report(message.id, 'other', 'Lần nữa')); // a repeat adds nothing
  await minh.call('flag.create', report(message.id, 'off_topic', ''));
  const changed = await moderator.hears('case.changed');
  expect(changed.version).toBe(2);
  expect(changed.flags.map(({ reporter }) => reporter)).toEqual([
    { id: lan.id, name: lan.name, seat: null },
    { id: minh.id, name: minh.name, seat: 'Tổ trưởng tổ 13' },
  ]);
  expect(await openCases(moderator)).toEqual([changed]);

  // Later edits do not hide what was flagged.
  await author.call('message.edit', { params: { messageId: message.id }, body: { text: 'Lời hiền' } });
  const {
    context,
    actions,
    carried: _,
    ...view
  } = await moderator.call('case.get', { params: { caseId: opened.id } });
  expect(view).toEqual(changed);
  expect(actions).toEqual(['claim', 'remove', 'dismiss']);
  expect(context.map(({ seq, text }) => [seq, text])).toEqual([
    [1, ''],
    [2, ''],
    [3, 'Lời 0'],
    [4, 'Lời 1'],
    [5, 'Lời 2'],
    [6, 'Lời 3'],
  ]);
});

test('what may not be flagged: own words, what is gone, what one cannot see', async () => {
  const { commune, author, lan, message } = await quarrel(hub);
  const neighbour = await commune.person({ tdp12: 'resident' });
  const foreigner = await (await hub.commune()).person({ tdp13: 'resident' });
  expect(await author.refusal('flag.create', report(message.id))).toBe('bad_request');
  expect(await neighbour.refusal('flag.create', report(message.id))).toBe('not_found');
  expect(await foreigner.refusal('flag.create', report(message.id))).toBe('not_found');
  expect(await lan.refusal('flag.create', report(randomUUID()))).toBe('not_found');
  expect(await lan.refusal('flag.create', report(message.id, 'rude' as RuleKey))).toBe('bad_request');
  expect(await lan.refusal('flag.create', report(message.id, 'insult', 'x'.repeat(501)))).toBe('bad_request');
  expect(await hub.visitor().refusal('flag.create', report(message.id))).toBe('unauthenticated');
  await author.call('message.delete', { params: { messageId: message.id } });
  expect(await lan.refusal('flag.create', report(message.id))).toBe('not_found');
});

test('cases do not exist for residents, officials and the moderators of others', async () => {
  const { commune, lan, minh, found } = await flagged(hub);
  const other = await hub.commune();
  const outsiders = [
    lan,
    minh,
    await commune.person({ commune: 'official' }),
    await commune.person({ commune: 'admin' }),
    await commune.person({ tdp12: 'moderator' }),
    await other.person({ commune: 'moderator' }),
  ];
  for (const actor of outsiders) {
    expect(await actor.refusal('case.get', { params: { caseId: found.id } })).toBe('not_found');
    expect(await actor.refusal('case.decide', decision(found))).toBe('not_found');
    const claim = { params: { caseId: found.id }, body: { version: 1, isClaimed: true } };
    expect(await actor.refusal('case.claim', claim)).toBe('not_found');
  }
  for (const actor of outsiders.slice(0, 4)) {
    expect(await actor.refusal('case.list', { query: {} })).toBe('not_found');
  }
  for (const moderator of outsiders.slice(4)) expect(await openCases(moderator)).toEqual([]);
  const own = await commune.person({ tdp13: 'moderator' });
  expect(await openCases(own)).toEqual([found]);
});

test('a removal takes the message from every screen and tells everyone it concerns', async () => {
  const { commune, author, lan, minh, moderator, colleague, message, found } = await flagged(hub);
  await minh.call('flag.create', report(message.id, 'other', ''));
  const channelId = message.channelId;
  for (const actor of [author, lan, colleague]) await actor.connect();
  const before = await readTimeline(lan, channelId);
  const badge = await lan.call('channel.get', { params: { channelId } });

  const [current] = await openCases(moderator);
  const { version } = current!;
  const decided = await moderator.call('case.decide', decision(found, { version, muteDays: 3 }));
  expect(decided).toMatchObject({
    status: 'decided',
    version: version + 1,
    text: 'Câu nặng lời',
    actions: [],
    decisions: [
      {
        moderator: { id: moderator.id, seat: 'Tổ điều hành' },
        action: 'remove',
        rule: 'insult',
        muteDays: 3,
      },
    ],
  });

  const removed = await lan.hears('message.removed');
  expect(removed).toMatchObject({ id: message.id, text: '', deletedAt: null });
  expect(shown(lan.heard.reduce(applyEvent, before))).toEqual(shown(await readTimeline(lan, channelId)));
  expect(lan.heard.reduce((state, event) => applyToChannel(state, event, lan.id), badge)).toEqual(
    await lan.call('channel.get', { params: { channelId } }),
  );
  const { context: _, actions: __, carried: ___, ...view } = decided;
  expect(await colleague.hears('case.changed', (changed) => changed.version === decided.version)).toEqual(
    view,
  );

  const about = {
    rule: 'insult',
    reason: 'Xúc phạm người khác',
    href: `/app/channels/${channelId}?at=${message.seq}`,
  };
  expect(await author.hears('notification.created')).toMatchObject({
    kind: 'message_removed',
    data: { group: 'tdp13', ...about },
  });
  for (const reporter of [lan, minh]) {
    const notifications = await reporter.call('notification.list');
    expect(notifications.map(({ kind, data }) => [kind, data])).toEqual([['flag_removed', about]]);
  }

  await author.hears('place.changed');
  const muted = { params: { channelId }, body: { clientId: randomUUID(), text: 'Nữa' } };
  expect(await author.refusal('message.create', muted)).toBe('muted');
  expect(await minh.refusal('flag.create', report(message.id))).toBe('not_found');

  const log = await (await commune.person({ commune: 'admin' })).call('audit.list', { query: {} });
  expect(log).toMatchObject([
    {
      act: 'case.decided',
      actor: { id: moderator.id, name: moderator.name },
      group: { id: commune.groups.tdp13!.id, name: 'tdp13' },
      subjectId: found.id,
      data: { action: 'remove', rule: 'insult', muteDays: 3, authorId: author.id, messageId: message.id },
    },
  ]);
  expect(JSON.stringify(log)).not.toContain('nặng lời');
});

test('a dismissal leaves the message, tells reporters only, and a new flag opens the case again', async () => {
  const { author, lan, minh, moderator, message, found } = await flagged(hub);
  await moderator.connect();
  await moderator.call('case.decide', decision(found, { action: 'dismiss' }));
  const { text, removedAt } = await lan.call('message.get', { params: { messageId: message.id } });
  expect([text, removedAt]).toEqual(['Câu nặng lời', null]);
  expect(await openCases(moderator)).toEqual([]);
  expect(await moderator.call('case.list', { query: { status: 'decided' } })).toMatchObject([
    { id: found.id },
  ]);
  expect((await lan.call('notification.list')).map(({ kind }) => kind)).toEqual(['flag_dismissed']);

  await minh.call('flag.create', report(message.id));
  const reopened = await moderator.hears(
    'case.changed',
    ({ status, version }) => status === 'open' && version > 2,
  );
  expect(reopened).toMatchObject({ id: found.id, version: 3, claimedBy: null });
  expect(reopened.openedAt > found.openedAt).toBe(true);
  expect([reopened.flags.length, reopened.decisions.length]).toEqual([2, 1]);
  expect(await openCases(moderator)).toEqual([reopened]);

  await moderator.call('case.decide', decision(reopened));
  expect((await lan.call('notification.list')).map(({ kind }) => kind)).toEqual(['flag_dismissed']);
  expect((await minh.call('notification.list')).map(({ kind }) => kind)).toEqual(['flag_removed']);
  expect((await author.call('notification.list')).map(({ kind }) => kind)).toEqual(['message_removed']);
});

test('flags are counted per person, and too many are refused for a while', async () => {
  const strict = await bootHub({ config: { rateLimitScale: 0.1 } });
  const { lan, minh, message } = await quarrel(strict);
  for (let i = 0; i < 3; i += 1) await lan.call('flag.create', report(message.id));
  expect(await lan.refusal('flag.create', report(message.id))).toBe('rate_limited');
  expect(await minh.call('flag.create', report(message.id))).toEqual({ ok: true });
});

test('a new group is heard at once by those who look after the commune', async () => {
  const commune = await hub.commune();
  const admin = await commune.person({ commune: 'admin' });
  const moderator = await (await commune.person({ commune: 'moderator' })).connect();
  const group = await admin.call('group.create', {
    body: { kind: 'residential', number: 14, name: 'Tổ 14' },
  });
  const { channelId } = await moderator.hears('channel.created', ({ groupId }) => groupId === group.id);
  commune.groups.tdp14 = await hub.em.fork().findOneOrFail(Group, group.id);
  const author = await commune.person({ tdp14: 'resident' });
  const lan = await commune.person({ tdp14: 'resident' });
  const body = { clientId: randomUUID(), text: 'Câu nặng lời' };
  const message = await author.call('message.create', { params: { channelId }, body });
  await lan.call('flag.create', report(message.id));
  await moderator.hears('case.opened', ({ subjectId }) => subjectId === message.id);
});
