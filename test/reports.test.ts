// Reports of people: who is reported learns nothing of it, whoever they are, until they are warned.
import { expect, test } from 'vitest';
import type { Actor } from './support/actor.ts';
import { bootHub } from './support/app.ts';
import { decision, openCases, say } from './support/moderation.ts';
import { invite } from './support/newcomers.ts';

const hub = await bootHub();

const flag = ({ id }: { id: string }) => ({
  body: { subjectType: 'person' as const, subjectId: id, rule: 'scam' as const, reason: 'Gọi điện vay tiền' },
});
const report = (reporter: Actor, reported: Actor) => reporter.call('flag.create', flag(reported));
const warning = { action: 'warn', rule: 'scam', reason: 'Không vay tiền bà con trong nhóm' } as const;
const toldKinds = async (actor: Actor) => (await actor.call('notification.list')).map(({ kind }) => kind);

test('reports of a person gather in one case of the commune; a warning tells why, and mutes in every group', async () => {
  const commune = await hub.commune();
  await commune.group('hoi', 'association', null);
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await commune.person({ tdp12: 'resident' });
  const rude = await (await commune.person({ tdp13: ['resident', 'Chi hội trưởng'] })).connect();
  const ofGroup = await commune.person({ tdp13: 'moderator' });
  const moderator = await (await commune.person({ commune: 'moderator' })).connect();

  expect(await report(lan, rude)).toEqual({ ok: true });
  const opened = await moderator.hears('case.opened');
  const { name } = rude;
  expect(opened).toMatchObject({
    subjectType: 'person',
    subjectId: rude.id,
    group: { id: commune.groups.commune!.id },
    author: { id: rude.id, name, seat: 'Chi hội trưởng' },
    text: name,
    flags: [{ reporter: { id: lan.id }, rule: 'scam', reason: 'Gọi điện vay tiền' }],
  });
  await report(lan, rude); // a repeat adds nothing
  await report(minh, rude);
  const changed = await moderator.hears('case.changed');
  expect(changed.flags.map(({ reporter }) => reporter.id)).toEqual([lan.id, minh.id]);
  expect(await openCases(ofGroup)).toEqual([]);

  // Another name does not hide under which they were reported.
  await rude.call('me.rename', { body: { name: 'Người Khác Hẳn' } });
  const [found] = await openCases(moderator);
  expect(found).toMatchObject({ author: { name: 'Người Khác Hẳn' }, text: name });
  expect(await moderator.call('case.get', { params: { caseId: opened.id } })).toMatchObject({
    context: [],
    carried: null,
    actions: ['claim', 'warn', 'dismiss'],
  });
  await rude.settles();
  expect(rude.heard.map(([event]) => event).filter((event) => /^(case|notification)/.test(event))).toEqual(
    [],
  );

  expect(await moderator.refusal('case.decide', decision(found!))).toBe('conflict');
  const decided = await moderator.call('case.decide', decision(found!, { ...warning, muteDays: 3 }));
  expect(decided).toMatchObject({
    status: 'decided',
    decisions: [{ action: 'warn', muteDays: 3 }],
    actions: [],
  });
  expect(await rude.hears('notification.created')).toMatchObject({
    kind: 'person_warned',
    data: { rule: 'scam', reason: warning.reason },
  });
  for (const key of ['tdp13', 'commune']) {
    const params = { channelId: commune.chats[key]!.id };
    const body = { clientId: crypto.randomUUID(), text: 'Cho vay ít tiền' };
    expect(await rude.refusal('message.create', { params, body })).toBe('muted');
  }
  // Nor in a group that they come into meanwhile.
  const admin = await commune.person({ commune: 'admin' });
  const { code } = await invite(admin, commune, { key: 'hoi', isPreApproved: true });
  await rude.call('invitation.accept', { params: { code }, body: { household: null } });
  const params = { channelId: commune.chats.hoi!.id };
  const body = { clientId: crypto.randomUUID(), text: 'Cho vay ít tiền' };
  expect(await rude.refusal('message.create', { params, body })).toBe('muted');
  expect(await Promise.all([lan, minh].map(toldKinds))).toEqual([['report_upheld'], ['report_upheld']]);

  // A further report opens it again; where nothing is found, only the reporter hears.
  await report(lan, rude);
  const [again] = await openCases(moderator);
  expect(again).toMatchObject({ id: opened.id, status: 'open' });
  await moderator.call('case.decide', decision(again!, { ...warning, action: 'dismiss' }));
  expect(await toldKinds(lan)).toEqual(['report_dismissed', 'report_upheld']);
  expect(await toldKinds(rude)).toEqual(['person_warned']);
});

test('a moderator who is reported does not learn it: neither by lists, nor live, nor by the log', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const rude = await (await commune.person({ tdp13: 'resident', commune: 'moderator' })).connect();
  const colleague = await (await commune.person({ commune: 'moderator' })).connect();
  await report(lan, rude);
  const { id: caseId } = await colleague.hears('case.opened');
  const [found] = await openCases(colleague);
  await colleague.call('case.claim', {
    params: { caseId },
    body: { version: found!.version, isClaimed: true },
  });
  const claimed = await colleague.hears('case.changed');
  await colleague.call('case.decide', decision(claimed, { ...warning, action: 'dismiss' }));

  for (const status of ['open', 'decided'] as const)
    expect(await rude.call('case.list', { query: { status } })).toEqual([]);
  expect(await rude.refusal('case.get', { params: { caseId } })).toBe('not_found');
  await rude.settles();
  expect([...rude.all('case.opened'), ...rude.all('case.changed')]).toEqual([]);
  const log = await rude.call('audit.list', { query: {} });
  expect(log.map(({ act }) => act)).toContain('case.decided');
  expect(JSON.stringify(log)).not.toContain(rude.id);

  // Words of theirs are judged as anybody's.
  const word = await say(rude, commune, 'Câu nặng lời');
  const body = { subjectType: 'message' as const, subjectId: word.id, rule: 'insult' as const, reason: '' };
  await lan.call('flag.create', { body });
  expect(await rude.hears('case.opened')).toMatchObject({ subjectId: word.id });

  expect(await lan.refusal('flag.create', flag(lan))).toBe('bad_request');
  const stranger = await (await hub.commune()).person({ tdp13: 'head' });
  expect(await stranger.refusal('flag.create', flag(rude))).toBe('not_found');
});
