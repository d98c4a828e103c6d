// Passing messages on through the door: whose words they are, who may, and what is not passed on.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bootHub } from './support/app.ts';
import type { Actor } from './support/actor.ts';
import { say } from './support/moderation.ts';

const hub = await bootHub();
const of = (messageId: string) => ({ params: { messageId } });
/** What the client says of the words does not count. */
const forward = (channelId: string, messageId: string) => ({
  params: { channelId },
  body: { clientId: randomUUID(), text: 'Lời bịa đặt', carries: { forward: messageId } },
});

test('a message passed on keeps its words and who said them, also when it is passed on again', async () => {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'], tdp12: 'resident' });
  const lan = await (await commune.person({ tdp12: 'resident' })).connect();
  const [from, to, all] = [commune.chats.tdp13!.id, commune.chats.tdp12!.id, commune.chats.commune!.id];
  const said = await say(head, commune, 'Mai cắt nước từ 8 giờ');
  const forwarded = {
    author: { id: head.id, name: head.name, seat: 'Tổ trưởng tổ 13' },
    at: said.createdAt,
    channelId: from,
    seq: said.seq,
  };
  const copy = await head.call('message.create', forward(to, said.id));
  expect(copy).toMatchObject({
    channelId: to,
    text: said.text,
    carried: { forwarded },
    author: { seat: null },
  });
  expect(await lan.hears('message.created')).toEqual(copy);
  const again = await lan.call('message.create', forward(all, copy.id));
  expect(again).toMatchObject({ text: said.text, author: { id: lan.id }, carried: { forwarded } });
  // Nobody puts words into another's mouth afterwards.
  expect(await lan.refusal('message.edit', { ...of(again.id), body: { text: 'Mai nghỉ' } })).toBe('conflict');
  // The copy is its sender's to answer for: it stands by itself.
  await head.call('message.delete', of(said.id));
  expect((await lan.call('message.get', of(again.id))).text).toBe(said.text);
});

test('only what one may read and what stands is passed on, and only to where one may write; a poll is not', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const stranger = await commune.person({ tdp12: 'resident' });
  const [here, all] = [commune.chats.tdp13!.id, commune.chats.commune!.id];
  const said = await say(lan, commune, 'Chuyện trong tổ');
  const refused = (actor: Actor, channelId: string, messageId: string) =>
    actor.refusal('message.create', forward(channelId, messageId));
  expect(await refused(stranger, all, said.id)).toBe('not_found');
  expect(await refused(lan, commune.chats.tdp12!.id, said.id)).toBe('not_found');
  expect(await refused(lan, all, randomUUID())).toBe('not_found');
  const gone = await say(lan, commune, 'Nói nhầm');
  await lan.call('message.delete', of(gone.id));
  expect(await refused(lan, all, gone.id)).toBe('not_found');
  const poll = await lan.call('message.create', {
    params: { channelId: here },
    body: {
      clientId: randomUUID(),
      text: 'Ngày nào?',
      carries: {
        poll: {
          choices: ['Nay', 'Mai'],
          isMultiple: false,
          isAnonymous: true,
          isHidden: false,
          isFinal: false,
          by: 'person',
          closesAt: null,
        },
      },
    },
  });
  expect(await refused(lan, all, poll.id)).toBe('forbidden');
});
