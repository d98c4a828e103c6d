// Polls through the door: who may vote, what each may see of it, and that it stays true everywhere.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Call } from '../shared/api.ts';
import type { PollCreate } from '../shared/polls.ts';
import { applyToChannel } from '../shared/badge.ts';
import { applyEvent, applySync } from '../shared/timeline.ts';
import { Tallies } from '../server/answers/tallies.ts';
import { plainPoll } from './support/asked.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import type { Actor } from './support/actor.ts';
import { decision, openCases, report } from './support/moderation.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();
const plain: PollCreate = {
  ...plainPoll,
  choices: ['Thứ Bảy', 'Chủ nhật', 'Không tham gia'],
};
const given = (poll: Partial<PollCreate>, text = 'Dọn ngõ ngày nào?'): Call<'message.create'>['body'] => ({
  clientId: randomUUID(),
  text,
  carries: { poll: { ...plain, ...poll } },
});
const ask = (author: Actor, commune: TestCommune, poll: Partial<PollCreate> = {}) =>
  author.call('message.create', { params: { channelId: commune.chats.tdp13!.id }, body: given(poll) });
const of = (messageId: string) => ({ params: { messageId } });
const vote = (actor: Actor, messageId: string, ...choices: number[]) =>
  actor.call('poll.vote', { ...of(messageId), body: { choices } });
const refusedVote = (actor: Actor, messageId: string, ...choices: number[]) =>
  actor.refusal('poll.vote', { ...of(messageId), body: { choices } });
/** Everything that an actor could read of it: the message, their own view of it, a page, what was heard. */
const allSeen = async (actor: Actor, messageId: string, channelId: string) =>
  JSON.stringify([
    await actor.call('message.get', of(messageId)),
    await actor.call('poll.get', of(messageId)),
    await actor.call('message.list', { params: { channelId }, query: {} }),
    await actor.signal('sync', { channelId, after: 0 }),
    actor.heard,
  ]);

test('old state and its events are a fresh read, and many votes in a burst are few changes', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const people = await Promise.all(Array.from({ length: 20 }, () => commune.person({ tdp13: 'resident' })));
  const poll = await ask(lan, commune);
  const before = await readTimeline(lan, channelId);
  const badge = await lan.call('channel.get', { params: { channelId } });
  lan.heard.length = 0;

  const answers = await Promise.all(people.map((person, index) => vote(person, poll.id, index % 2)));
  // Each is answered by a count that knows the vote.
  for (const [index, { choices, results }] of answers.entries()) {
    expect(choices).toEqual([index % 2]);
    expect(results!.counts[index % 2]).toBeGreaterThan(0);
  }
  await vote(people[0]!, poll.id, 2);
  await vote(people[1]!, poll.id);
  const last = await lan.call('message.get', of(poll.id));
  expect(last.carried?.poll).toMatchObject({ voters: 19, counts: [9, 9, 1] });
  expect(last.version - poll.version).toBeLessThan(10);

  await lan.hears('message.changed', ({ version }) => version === last.version);
  const fresh = shown(await readTimeline(lan, channelId));
  expect(shown(lan.heard.reduce(applyEvent, before))).toEqual(fresh);
  expect(shown([...lan.heard, ...lan.heard].reduce(applyEvent, before))).toEqual(fresh);
  const answer = await lan.signal('sync', { channelId, after: before.version });
  if (!('ok' in answer) || answer.ok.kind !== 'changes') throw new Error('no changes');
  expect(shown(applySync(before, answer.ok))).toEqual(fresh);
  expect(lan.heard.reduce((state, event) => applyToChannel(state, event, lan.id), badge)).toEqual(
    await lan.call('channel.get', { params: { channelId } }),
  );
  const voters = await lan.call('poll.voters', of(poll.id));
  expect(voters.map((people) => people.length)).toEqual([9, 9, 1]);
  expect(voters[2]![0]!.person).toEqual({ id: people[0]!.id, name: people[0]!.name, seat: null });
});

test('what is hidden is told to those who voted, and to all when it is closed', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' });
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await (await commune.person({ tdp13: 'resident' })).connect();
  const poll = await ask(head, commune, { isHidden: true });
  const { results } = await vote(lan, poll.id, 1);
  expect(results).toEqual({ voters: 1, counts: [0, 1, 0] });
  expect(await minh.hears('message.changed')).toMatchObject({
    carried: { poll: { voters: 1, counts: null } },
  });
  expect(await allSeen(minh, poll.id, poll.channelId)).not.toMatch(/"counts":\[/);
  expect((await head.call('poll.get', of(poll.id))).results).toBeNull();
  expect(await minh.refusal('poll.voters', of(poll.id))).toBe('forbidden');

  expect(await minh.refusal('poll.close', of(poll.id))).toBe('forbidden');
  const closed = await head.call('poll.close', of(poll.id));
  expect(closed.carried?.poll).toMatchObject({ counts: null });
  expect(await minh.call('poll.get', of(poll.id))).toEqual({
    choices: [],
    by: null,
    obstacle: 'closed',
    results: { voters: 1, counts: [0, 1, 0] },
  });
  expect(await refusedVote(minh, poll.id, 0)).toBe('vote_closed');
  expect(await head.refusal('poll.close', of(poll.id))).toBe('vote_closed');
});

test('nobody learns who voted in an anonymous poll, not even its author', async () => {
  const commune = await hub.commune();
  const head = await (await commune.person({ tdp13: 'head' })).connect();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const phone = await (await commune.signIn(lan)).connect();
  const poll = await ask(head, commune, { isAnonymous: true, isMultiple: true });
  await vote(lan, poll.id, 2, 0);
  await head.hears('message.changed');
  await head.settles();
  expect(await allSeen(head, poll.id, poll.channelId)).not.toContain(lan.id);
  expect(await head.refusal('poll.voters', of(poll.id))).toBe('forbidden');
  await head.call('poll.close', of(poll.id));
  expect(await head.refusal('poll.voters', of(poll.id))).toBe('forbidden');
  // My own devices know.
  expect(await phone.hears('poll.voted')).toMatchObject({ messageId: poll.id, choices: [0, 2] });
});

test('a household has one vote, its last: all in it see it, and who is in none is told so', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' }, await commune.household('tdp13', 'Số 5'));
  const home = await commune.household('tdp13', 'Số 9');
  const lan = await commune.person({ tdp13: 'resident' }, home);
  const con = await (await commune.person({ tdp13: 'resident' }, home)).connect();
  const guest = await commune.person({ commune: 'resident' });
  const poll = await ask(head, commune, { by: 'household' });
  await vote(lan, poll.id, 0);
  expect(await con.hears('poll.voted')).toMatchObject({ by: { id: lan.id }, choices: [0] });
  expect(await con.call('poll.get', of(poll.id))).toMatchObject({ choices: [0], by: { id: lan.id } });
  await vote(con, poll.id, 1);
  await vote(head, poll.id, 1);
  expect((await lan.call('message.get', of(poll.id))).carried?.poll).toMatchObject({
    voters: 2,
    counts: [0, 2, 0],
  });
  // Where they live is for those who keep the households.
  const addresses = async (actor: Actor) =>
    (await actor.call('poll.voters', of(poll.id)))[1]!.map(({ person, address }) => [person.id, address]);
  expect(await addresses(head)).toEqual([
    [con.id, 'Số 9'],
    [head.id, 'Số 5'],
  ]);
  expect(await addresses(lan)).toEqual([
    [con.id, null],
    [head.id, null],
  ]);
  // In the commune's own channel the household is that of one's group.
  const forAll = await head.call('message.create', {
    params: { channelId: commune.chats.commune!.id },
    body: given({ by: 'household' }),
  });
  await vote(lan, forAll.id, 0);
  await vote(con, forAll.id, 0);
  expect((await guest.call('poll.get', of(forAll.id))).obstacle).toBe('no_household');
  expect(await refusedVote(guest, forAll.id, 0)).toBe('no_household');
  expect((await guest.call('message.get', of(forAll.id))).carried?.poll?.voters).toBe(1);
});

test('a vote that is final stays; what does not fit is refused; what was asked is not changed', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await commune.person({ tdp13: 'resident' });
  const poll = await ask(lan, commune, { isFinal: true });
  await vote(minh, poll.id);
  expect((await vote(minh, poll.id, 1)).obstacle).toBe('final');
  expect(await refusedVote(minh, poll.id, 0)).toBe('vote_final');
  expect(await refusedVote(minh, poll.id)).toBe('vote_final');
  expect(await refusedVote(lan, poll.id, 0, 1)).toBe('bad_request');
  expect(await refusedVote(lan, poll.id, 3)).toBe('bad_request');
  expect(await lan.refusal('message.edit', { ...of(poll.id), body: { text: 'Ai nhận 500 nghìn?' } })).toBe(
    'conflict',
  );
  const past = new Date(Date.now() - 1_000).toISOString();
  for (const wrong of [
    { choices: ['Có'] },
    { choices: ['Có', 'co'] },
    { choices: Array.from({ length: 13 }, (_, index) => `Việc ${index}`) },
    { choices: ['Có', 'x'.repeat(121)] },
    { closesAt: past },
  ]) {
    const body = given(wrong);
    expect(await lan.refusal('message.create', { params: { channelId: poll.channelId }, body })).toBe(
      'bad_request',
    );
  }
});

test('at its deadline a poll is closed by the server’s clock', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await commune.person({ tdp13: 'resident' });
  const poll = await ask(lan, commune, {
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    isHidden: true,
  });
  await vote(lan, poll.id, 0);
  // An hour passes.
  await hub.em
    .fork()
    .execute(
      `update message set carried = jsonb_set(carried, '{poll,closesAt}', to_jsonb(?::text)) where id = ?`,
      [new Date().toISOString(), poll.id],
    );
  expect(await refusedVote(minh, poll.id, 0)).toBe('vote_closed');
  expect(await minh.call('poll.get', of(poll.id))).toMatchObject({
    obstacle: 'closed',
    results: { counts: [1, 0, 0] },
  });
});

test('who may not read the channel learns nothing of its polls; one that is gone takes no votes; a mute takes no vote away', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await commune.person({ tdp13: 'resident' });
  const stranger = await commune.person({ tdp12: 'head', commune: 'admin' });
  const moderator = await commune.person({ commune: 'moderator' });
  const poll = await ask(lan, commune);
  const other = await ask(lan, commune);
  const third = await ask(lan, commune);
  expect(await stranger.refusal('poll.get', of(poll.id))).toBe('not_found');
  expect(await refusedVote(stranger, poll.id, 0)).toBe('not_found');
  expect(await stranger.refusal('poll.voters', of(poll.id))).toBe('not_found');
  expect(await stranger.refusal('poll.close', of(poll.id))).toBe('not_found');
  await vote(minh, poll.id, 0);
  expect((await lan.call('message.delete', of(poll.id))).carried).toBeNull();
  expect(await refusedVote(minh, poll.id, 0)).toBe('not_found');
  expect(await minh.refusal('poll.get', of(poll.id))).toBe('not_found');

  await minh.call('flag.create', report(other.id));
  const [found] = await openCases(moderator);
  await moderator.call('case.decide', decision(found!, { muteDays: 1 }));
  // A moderator judges the choices too.
  expect(found!.text).toBe('Dọn ngõ ngày nào?\n• Thứ Bảy\n• Chủ nhật\n• Không tham gia');
  expect(await refusedVote(minh, other.id, 0)).toBe('not_found');
  expect(
    await lan.refusal('message.create', { params: { channelId: other.channelId }, body: given({}) }),
  ).toBe('muted');
  expect((await vote(lan, third.id, 1)).choices).toEqual([1]);
});

test('votes that a dying process left uncounted are counted by the clock', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const poll = await ask(lan, commune);
  await hub.em
    .fork()
    .execute(
      `insert into poll_vote (message_id, voter_id, person_id, choices, voted_at, is_counted) values (?, ?, ?, '[1]', now(), false)`,
      [poll.id, lan.id, lan.id],
    );
  await hub.app.get(Tallies).countLeft();
  expect((await lan.call('message.get', of(poll.id))).carried?.poll).toMatchObject({
    voters: 1,
    counts: [0, 1, 0],
  });
});
