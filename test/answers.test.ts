// Answers in the name of a household, asked where people of several places are together.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Carries } from '../shared/carried.ts';
import { bootHub } from './support/app.ts';
import type { Actor } from './support/actor.ts';
import { decision, openCases, report, say } from './support/moderation.ts';

const hub = await bootHub();
const DAY = 24 * 3_600_000;
const startsAt = new Date(Date.now() + 2 * DAY).toISOString();
const poll: Carries['poll'] = {
  choices: ['Có', 'Không'],
  isMultiple: false,
  isAnonymous: false,
  isHidden: false,
  isFinal: false,
  by: 'household',
  closesAt: null,
};
const gathering = { startsAt, endsAt: null, place: 'Nhà văn hoá', note: '', by: 'household' } as const;
const of = (messageId: string) => ({ params: { messageId } });
const ask = (author: Actor, channelId: string, carries: Carries, text = 'Đi dọn ngõ?') =>
  author.call('message.create', { params: { channelId }, body: { clientId: randomUUID(), text, carries } });

test('an association learns no address of a residential group, and a household hears of it only who belongs to both', async () => {
  const commune = await hub.commune();
  await commune.group('hoi', 'association', null);
  const home = await commune.household('tdp13', 'Số 9');
  const chair = await commune.person({ hoi: ['head', 'Chi hội trưởng'], tdp12: 'resident' });
  const headOf13 = await commune.person({ hoi: 'head', tdp13: 'head' });
  const lan = await commune.person({ hoi: 'resident', tdp13: 'resident' }, home);
  const son = await (await commune.person({ hoi: 'resident', tdp13: 'resident' }, home)).connect();
  const outside = await (await commune.person({ tdp13: 'resident' }, home)).connect();
  const { id: channelId } = commune.chats.hoi!;

  const asked = await ask(chair, channelId, { poll });
  await lan.call('poll.vote', { ...of(asked.id), body: { choices: [1] } });
  const on = await ask(chair, channelId, { gathering });
  await lan.call('gathering.answer', { ...of(on.id), body: { coming: 'yes', people: 2 } });
  await son.hears('poll.voted', ({ messageId }) => messageId === asked.id);
  await son.hears('gathering.answered', ({ messageId }) => messageId === on.id);
  await outside.settles();
  expect(outside.heard.filter(([name]) => /^(poll|gathering)/.test(name))).toEqual([]);

  const addresses = async (actor: Actor) =>
    [
      ...(await actor.call('poll.voters', of(asked.id))).flat(),
      ...(actor === chair ? await actor.call('gathering.answers', of(on.id)) : []),
    ].map(({ address }) => address);
  expect(await addresses(chair)).toEqual([null, null]);
  // Who keeps the households of the group knows where they live.
  expect(await addresses(headOf13)).toEqual(['Số 9']);
});

test('who may not write changes no words of a gathering either, and who is named no more is mentioned no more', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: 'head' });
  const lan = await commune.person({ tdp13: 'resident' });
  const moderator = await commune.person({ commune: 'moderator' });
  const mention = { kind: 'person', id: lan.id } as const;
  const carries = { gathering, mentions: [mention] };
  const { id: channelId } = commune.chats.tdp13!;
  const on = await ask(head, channelId, carries, `Họp tổ, có @${lan.name}`);
  expect(on.carried?.mentions).toHaveLength(1);
  const { by: _, ...when } = gathering;
  const update = (text: string) => ({ ...of(on.id), body: { text, gathering: when } });
  const changed = await head.call('gathering.update', update('Họp tổ'));
  expect(changed).toMatchObject({ text: 'Họp tổ', carried: { gathering: { place: 'Nhà văn hoá' } } });
  expect(changed.carried?.mentions).toBeUndefined();

  const rude = await say(head, commune, 'Câu nặng lời');
  await lan.call('flag.create', report(rude.id));
  const [found] = await openCases(moderator);
  await moderator.call('case.decide', decision(found!, { muteDays: 1 }));
  expect(await head.refusal('gathering.update', update('Vẫn nói được'))).toBe('muted');
  expect((await lan.call('message.get', of(on.id))).text).toBe('Họp tổ');
});
