import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { applyToChannel } from '../shared/badge.ts';
import { upsertById } from '../shared/collection.ts';
import { caseActions, type CaseView } from '../shared/moderation.ts';
import { bootHub } from './support/app.ts';
import { addProcedure, decision, flagged, openCases, quarrel, report, say } from './support/moderation.ts';

const hub = await bootHub();

test('who has claimed a case decides it; nobody decides on their own words or twice', async () => {
  const { commune, moderator, colleague, found, lan } = await flagged(hub);
  const claim = (version: number, isClaimed = true) => ({
    params: { caseId: found.id },
    body: { version, isClaimed },
  });
  const claimed = await moderator.call('case.claim', claim(1));
  expect(claimed).toMatchObject({ version: 2, claimedBy: { id: moderator.id } });
  expect(claimed.actions).toEqual(['release', 'remove', 'dismiss']);
  expect((await moderator.call('case.claim', claim(2))).version).toBe(2);
  expect(await colleague.refusal('case.claim', claim(1))).toBe('conflict');
  expect(await colleague.refusal('case.claim', claim(2))).toBe('conflict');
  expect(await colleague.refusal('case.claim', claim(2, false))).toBe('conflict');
  expect(await colleague.refusal('case.decide', decision(claimed))).toBe('conflict');
  expect(await moderator.refusal('case.decide', decision(claimed, { version: 1 }))).toBe('conflict');
  expect(await moderator.refusal('case.decide', decision(claimed, { reason: 'x' }))).toBe('bad_request');
  const muting = decision(claimed, { action: 'dismiss', muteDays: 1 });
  expect(await moderator.refusal('case.decide', muting)).toBe('bad_request');
  const released = await moderator.call('case.claim', claim(2, false));
  expect(released).toMatchObject({ version: 3, claimedBy: null });
  const decided = await colleague.call('case.decide', decision(released));
  expect(await moderator.refusal('case.decide', decision(decided))).toBe('already_decided');
  expect(await moderator.refusal('case.claim', claim(decided.version))).toBe('already_decided');

  const judge = await commune.person({ tdp13: 'moderator' });
  const own = await say(judge, commune, 'Lời của chính mình');
  await lan.call('flag.create', report(own.id));
  const [mine] = await openCases(judge);
  expect(mine).toMatchObject({ subjectId: own.id });
  expect((await judge.call('case.get', { params: { caseId: mine!.id } })).actions).toEqual([]);
  expect(await judge.refusal('case.decide', decision(mine!))).toBe('forbidden');
  const grab = { params: { caseId: mine!.id }, body: { version: 1, isClaimed: true } };
  expect(await judge.refusal('case.claim', grab)).toBe('forbidden');
});

test('of two moderators at once exactly one decides; of two first flags at once one opens the case', async () => {
  const { commune, author, lan, minh, moderator, colleague } = await quarrel(hub);
  await moderator.connect();
  for (let round = 0; round < 5; round += 1) {
    const message = await say(author, commune, `Câu nặng lời ${round}`);
    await Promise.all([lan, minh, lan].map((actor) => actor.call('flag.create', report(message.id))));
    const [found, ...others] = await openCases(moderator);
    expect(others).toEqual([]);
    expect(found!.flags.map(({ reporter }) => reporter.id).toSorted()).toEqual([lan.id, minh.id].toSorted());
    const answers = await Promise.all(
      [moderator, colleague].map((actor, index) =>
        actor.request('case.decide', decision(found!, { action: index ? 'dismiss' : 'remove' })),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const detail = await moderator.call('case.get', { params: { caseId: found!.id } });
    expect(detail.decisions).toHaveLength(1);
    const { removedAt } = await lan.call('message.get', { params: { messageId: message.id } });
    expect(removedAt !== null).toBe(detail.decisions[0]!.action === 'remove');
  }
  await moderator.hears('case.changed', ({ status, text }) => status === 'decided' && text.endsWith('4'));
  expect(moderator.all('case.opened')).toHaveLength(5);
});

test('of two mutes at once the longer one stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { commune, author, lan, moderator, colleague, found } = await flagged(hub);
    const other = await say(author, commune, 'Câu nữa');
    await lan.call('flag.create', report(other.id));
    const second = (await openCases(moderator)).find(({ id }) => id !== found.id)!;
    await Promise.all([
      moderator.call('case.decide', decision(found, { muteDays: 7 })),
      colleague.call('case.decide', decision(second, { muteDays: 1 })),
    ]);
    const { memberships } = await author.call('me.get');
    const [until] = memberships.flatMap(({ mutedUntil }) => mutedUntil ?? []);
    expect(Date.parse(until!) - Date.now()).toBeGreaterThan(6 * 86_400_000);
  }
});

test('words that were changed after a first report are judged as they were reported again', async () => {
  const { author, minh, moderator, found, message } = await flagged(hub);
  await moderator.call('case.decide', decision(found, { action: 'dismiss' }));
  await author.call('message.edit', {
    params: { messageId: message.id },
    body: { text: 'Câu nặng lời hơn nhiều' },
  });
  await minh.call('flag.create', report(message.id));
  const [again] = await openCases(moderator);
  expect(again).toMatchObject({ id: found.id, text: 'Câu nặng lời\n———\nCâu nặng lời hơn nhiều' });
  await author.call('message.delete', { params: { messageId: message.id } });
  expect((await openCases(moderator))[0]!.text).toContain('Câu nặng lời hơn nhiều');
});

test('flags that join a case at once are each counted once, and a removal beside them lets none in after it', async () => {
  const { commune, author, lan, minh, moderator } = await quarrel(hub);
  const others = [
    minh,
    await commune.person({ tdp13: 'resident' }),
    await commune.person({ tdp13: 'resident' }),
  ];
  for (let round = 0; round < 4; round += 1) {
    const message = await say(author, commune, `Câu nặng lời ${round}`);
    await lan.call('flag.create', report(message.id));
    await Promise.all([...others, ...others].map((actor) => actor.call('flag.create', report(message.id))));
    const [found] = await openCases(moderator);
    expect([found!.flags.length, found!.version]).toEqual([4, 4]);
    await moderator.call('case.decide', decision(found!, { action: 'dismiss' }));
    await lan.call('flag.create', report(message.id));
    const [again] = await openCases(moderator);
    await Promise.all([
      moderator.request('case.decide', decision(again!)),
      ...others.map((actor) => actor.request('flag.create', report(message.id))),
    ]);
    const { status, decisions } = await moderator.call('case.get', { params: { caseId: found!.id } });
    expect(status).toBe(decisions.length === 2 ? 'decided' : 'open'); // whichever came first, never both
    for (const left of await openCases(moderator)) await moderator.call('case.decide', decision(left));
  }
});

test('a message that its author took back can still be judged, and counts out of no window twice', async () => {
  const { commune, author, lan, moderator, message, found } = await flagged(hub);
  await lan.connect();
  const params = { channelId: message.channelId };
  await say(author, commune, 'Thêm một câu');
  const badge = await lan.call('channel.get', { params });
  lan.heard.length = 0;
  await author.call('message.delete', { params: { messageId: message.id } });
  const decided = await moderator.call('case.decide', decision(found));
  expect(decided).toMatchObject({ status: 'decided', text: 'Câu nặng lời' });
  await lan.hears('notification.created');
  await lan.settles();
  expect(lan.all('message.removed')).toEqual([]);
  expect(lan.heard.reduce((state, event) => applyToChannel(state, event, lan.id), badge)).toEqual(
    await lan.call('channel.get', { params }),
  );
});

test('the queue and its events are a fresh read, oldest first; decided ones stand newest first', async () => {
  const { commune, author, lan, minh, moderator, colleague, found } = await flagged(hub);
  await moderator.connect();
  const before = await openCases(moderator);
  const second = await say(author, commune, 'Hai');
  const third = await say(lan, commune, 'Ba');
  await lan.call('flag.create', report(second.id));
  await minh.call('flag.create', report(third.id));
  await minh.call('flag.create', report(second.id));
  await colleague.call('case.claim', { params: { caseId: found.id }, body: { version: 1, isClaimed: true } });
  const [, ofSecond] = await openCases(colleague);
  await colleague.call('case.decide', decision(ofSecond!, { action: 'dismiss' }));
  await moderator.hears('case.changed', ({ status }) => status === 'decided');
  const known = moderator.heard.reduce<CaseView[]>(
    (list, [name, payload]) =>
      name === 'case.opened' || name === 'case.changed' ? upsertById(list, payload) : list,
    before,
  );
  const byAge = known.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt));
  const fresh = await openCases(moderator);
  expect(byAge.filter(({ status }) => status === 'open')).toEqual(fresh);
  expect(fresh.map(({ text }) => text)).toEqual(['Câu nặng lời', 'Ba']);
  for (const view of fresh) {
    const { actions } = await moderator.call('case.get', { params: { caseId: view.id } });
    expect(actions).toEqual(caseActions(moderator.id, view));
  }
  await moderator.call('case.decide', decision(fresh[1]!, { action: 'dismiss' }));
  const decided = await moderator.call('case.list', { query: { status: 'decided' } });
  expect(decided.map(({ text }) => text)).toEqual(['Ba', 'Hai']);
});

test('questions and answers are judged by the commune’s moderators; who cannot see one cannot flag it', async () => {
  const { commune, lan: asker, minh: neighbour, moderator, colleague } = await quarrel(hub);
  const tech = await commune.person({ commune: ['tech', 'Tổ công nghệ số'] });
  for (const actor of [asker, neighbour, moderator]) await actor.connect();
  const flag = (subjectType: 'thread' | 'post', subjectId: string) => ({
    body: { subjectType, subjectId, rule: 'privacy' as const, reason: '' },
  });
  const procedureId = await addProcedure(commune);
  const ask = (isPrivate: boolean) =>
    asker.call('thread.create', {
      body: { clientId: randomUUID(), procedureId, question: 'Tôi phải làm gì ạ?', isPrivate },
    });
  const secret = await ask(true);
  expect(await neighbour.refusal('flag.create', flag('thread', secret.id))).toBe('not_found');
  expect(await moderator.refusal('flag.create', flag('thread', secret.id))).toBe('not_found');

  const { id: threadId } = await ask(false);
  const reply = { params: { threadId }, body: { clientId: randomUUID(), text: 'Chị ấy ở số 5' } };
  const answered = await tech.call('thread.reply', reply);
  const post = answered.posts[0]!;
  expect(await asker.refusal('flag.create', flag('thread', threadId))).toBe('bad_request');
  expect(await tech.refusal('flag.create', flag('post', post.id))).toBe('bad_request');
  expect(await neighbour.refusal('flag.create', flag('post', threadId))).toBe('not_found');
  await neighbour.call('flag.create', flag('post', post.id));
  await neighbour.call('flag.create', flag('thread', threadId));
  const [ofPost, ofThread] = await openCases(moderator);
  const group = { id: commune.groups.commune!.id, name: 'commune' };
  expect(ofPost).toMatchObject({
    group,
    subjectType: 'post',
    text: 'Chị ấy ở số 5',
    author: { id: tech.id },
  });
  expect(ofThread).toMatchObject({ group, subjectType: 'thread', author: { id: asker.id } });

  const { version } = answered;
  const judged = await moderator.call('case.decide', decision(ofPost!, { rule: 'privacy' }));
  expect(judged.context).toEqual([]);
  const withoutPost = await neighbour.hears('thread.changed', (thread) => thread.version === version + 1);
  expect(withoutPost.posts).toMatchObject([{ id: post.id, text: '' }]);
  expect(withoutPost).toEqual(await asker.call('thread.get', { params: { threadId } }));
  expect((await tech.call('notification.list')).map(({ kind, data }) => [kind, data.href])).toEqual([
    ['message_removed', `/app/questions/${threadId}`],
  ]);

  await colleague.call('case.decide', decision(ofThread!, { rule: 'privacy', muteDays: 7 }));
  const gone = await neighbour.hears('thread.changed', ({ removedAt }) => removedAt !== null);
  expect(gone).toMatchObject({ version: version + 2, question: '' });
  const again = { clientId: randomUUID(), procedureId, question: 'Câu hỏi khác', isPrivate: false };
  expect(await asker.refusal('thread.create', { body: again })).toBe('muted');
  for (const [type, id] of [
    ['post', post.id],
    ['thread', threadId],
  ] as const) {
    expect(await neighbour.refusal('flag.create', flag(type, id))).toBe('not_found');
  }
});
