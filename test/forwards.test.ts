// Passing messages on through the door: whose words they are, who may, and what is not passed on.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashPassphrase } from '../server/identity/passphrase.ts';
import { FORMER_NAME } from '../shared/former.ts';
import { FileStore } from '../server/files/file.store.ts';
import { FileSweeper } from '../server/files/file.sweeper.ts';
import { bootHub } from './support/app.ts';
import type { Actor } from './support/actor.ts';
import { say } from './support/moderation.ts';
import { pdf, photo, read, send, upload } from './support/uploads.ts';

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

test('who deletes their account is nameless also where their words were passed on', async () => {
  const commune = await hub.commune();
  const author = await commune.person({ tdp13: ['resident', 'Tổ phó tổ 13'] });
  const head = await commune.person({ tdp13: 'head', tdp12: 'resident' });
  const lan = await (await commune.person({ tdp12: 'resident' })).connect();
  const said = await say(author, commune, 'Mai cắt nước từ 8 giờ');
  const copy = await head.call('message.create', forward(commune.chats.tdp12!.id, said.id));
  await lan.hears('message.created', ({ id }) => id === copy.id);
  await hub.em.execute('update person set passphrase_hash = ? where id = ?', [
    await hashPassphrase('ngõ nhỏ nhà tôi'),
    author.id,
  ]);
  await author.call('me.remove', { body: { passphrase: 'ngõ nhỏ nhà tôi' } });
  const changed = await lan.hears('message.changed', ({ id }) => id === copy.id);
  expect(changed.carried?.forwarded?.author).toEqual({ id: author.id, name: FORMER_NAME, seat: null });
  expect(await lan.call('message.get', of(copy.id))).toEqual(changed);
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

test('files go along: for the people of the other channel, and for as long as the message stands there', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident', tdp12: 'resident' });
  const inside = await commune.person({ tdp13: 'resident' });
  const outside = await commune.person({ tdp12: 'resident' });
  const [to, all] = [commune.chats.tdp12!.id, commune.chats.commune!.id];
  const picture = await upload(inside, commune, photo);
  const { clientId } = picture;
  const paper = await upload(inside, commune, pdf, { clientId, kind: 'file', name: 'Mẫu đơn.pdf' });
  const said = await send(inside, commune, clientId, [picture.id, paper.id], 'Mẫu đơn đây');

  const passing = forward(to, said.id);
  const copy = await lan.call('message.create', passing);
  expect(await lan.call('message.create', passing), 'a repeat changes nothing').toEqual(copy);
  const files = copy.carried!.files!;
  expect(copy).toMatchObject({ text: said.text, carried: { forwarded: { author: { id: inside.id } } } });
  expect(files).toMatchObject(said.carried!.files!.map(({ id: _, ...file }) => file));
  const again = await outside.call('message.create', forward(all, copy.id));
  const [farther] = again.carried!.files!;
  const statusOf = async (actor: Actor, id: string, form = 'small') => (await read(actor, id, form)).status;
  const [first, second] = files.map(({ id }) => id) as [string, string];
  expect(await statusOf(outside, first)).toBe(200);
  expect(await (await read(outside, second, 'whole')).text()).toBe(pdf.toString());
  expect(await statusOf(outside, picture.id), 'not by the address in the other channel').toBe(404);
  expect(await statusOf(inside, first), 'nor the other way').toBe(404);
  expect(await statusOf(inside, farther!.id)).toBe(200);

  // What is gone is passed on no more, and takes nothing with it that was.
  const em = hub.em.fork();
  const store = hub.app.get(FileStore);
  const takeBack = async (actor: Actor, messageId: string) => {
    await actor.call('message.delete', of(messageId));
    await em.execute(`update message set deleted_at = now() - interval '2 days' where id = ?`, [messageId]);
    await em.execute(`update file set created_at = now() - interval '2 days'`);
    await hub.app.get(FileSweeper).sweep();
  };
  await takeBack(inside, said.id);
  expect(await lan.refusal('message.create', forward(all, said.id))).toBe('not_found');
  await takeBack(lan, copy.id);
  expect([await statusOf(inside, picture.id), await statusOf(outside, first)]).toEqual([404, 404]);
  expect(await statusOf(inside, farther!.id)).toBe(200);
  expect(await em.execute('select count(*)::int as count from file')).toEqual([{ count: 2 }]);
  await takeBack(outside, again.id);
  expect(existsSync(store.path(picture.id, 'small'))).toBe(false);
  expect(await em.execute('select count(*)::int as count from file')).toEqual([{ count: 0 }]);
});
