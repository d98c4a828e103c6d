// Photos, files and voice messages through the door: uploaded in pieces, looked at, and kept from everyone who may not see them.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { applyToChannel } from '../shared/badge.ts';
import { FileUpload } from '../shared/files.ts';
import { applyEvent, openTimeline } from '../shared/timeline.ts';
import { FileStore } from '../server/files/file.store.ts';
import { FileSweeper } from '../server/files/file.sweeper.ts';
import { makeSquare } from '../server/files/images.ts';
import { bootHub } from './support/app.ts';
import { say } from './support/search.ts';
import { announce, append, pdf, photo, read, send, upload, type Given } from './support/uploads.ts';

const hub = await bootHub();

test('a photo arrives in two sizes, upright and without the place where it was taken', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const head = await commune.person({ tdp13: 'head' });
  const channelId = commune.chats.tdp13!.id;
  const before = openTimeline(
    channelId,
    await lan.call('message.list', { params: { channelId }, query: {} }),
    lan.id,
  );
  const badge = await lan.call('channel.get', { params: { channelId } });
  const { id, clientId, answer } = await upload(head, commune, photo);
  const { file } = FileUpload.parse(answer);
  expect(file).toMatchObject({ kind: 'photo', width: 800, height: 1600, type: 'image/webp' });
  expect(await read(head, id).then(({ status }) => status), 'nobody fetches what was not sent').toBe(404);

  await head.connect();
  const sent = await head.signal('message.send', { channelId, clientId, text: '', carries: { files: [id] } });
  const message = 'ok' in sent ? sent.ok : expect.fail(JSON.stringify(sent));
  expect(message).toMatchObject({ text: '', carried: { files: [file] } });
  await lan.hears('message.created', (one) => one.id === message.id);
  const fresh = await lan.call('message.list', { params: { channelId }, query: {} });
  expect(lan.heard.reduce(applyEvent, before).messages).toEqual(fresh.messages);
  // In short, it says what it shows.
  const told = await lan.call('channel.get', { params: { channelId } });
  expect(told.lastMessage).toMatchObject({ text: '', shows: 'photo' });
  expect(lan.heard.reduce((state, event) => applyToChannel(state, event, lan.id), badge)).toEqual(told);

  for (const [form, side] of [
    ['small', 480],
    ['large', 1600],
  ] as const) {
    const response = await read(lan, id, form);
    expect(response.headers.get('content-type')).toBe('image/webp');
    const kept = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(kept).toMatchObject({ format: 'webp', height: side });
    expect([kept.exif, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined]);
  }
  expect((await read(lan, id, 'whole')).status, 'the photo as it came is kept nowhere').toBe(404);
});

test('whoever may not read the channel cannot tell that a file is there; nor anybody once it was taken back', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const neighbour = await commune.person({ tdp12: 'resident' });
  const admin = await commune.person({ commune: 'admin' });
  const { id, clientId } = await upload(lan, commune, photo);
  const { id: unsent } = await upload(lan, commune, photo, { clientId });
  const message = await send(lan, commune, clientId, [id]);
  const etag = (await read(lan, id)).headers.get('etag')!;
  // As a browser asks whether it may go on showing what it has.
  const again = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
  expect((await read(lan, id, 'small', again)).status).toBe(304);

  const nothing = await (await read(lan, randomUUID())).text();
  for (const actor of [neighbour, admin]) {
    const refused = await read(actor, id);
    expect([refused.status, await refused.text()]).toEqual([404, nothing]);
    expect((await append(actor, id, 0, photo)).status).toBe(404);
  }
  expect((await read(lan, unsent)).status, 'uploaded for the message, but not carried by it').toBe(404);

  // Somebody else's upload cannot be carried, nor one for another message, nor one that is not whole.
  const missing = { code: 'files_missing' };
  for (const [actor, forMessage, files] of [
    [neighbour, clientId, [id]],
    [lan, randomUUID(), [id]],
    [lan, randomUUID(), [randomUUID()]],
  ] as const) {
    const channelId = commune.chats[actor === lan ? 'tdp13' : 'tdp12']!.id;
    const body = { clientId: forMessage, text: 'x', carries: { files: [...files] } };
    expect(await actor.refusal('message.create', { params: { channelId }, body })).toBe(missing.code);
  }

  await lan.call('message.delete', { params: { messageId: message.id } });
  for (const form of ['small', 'large']) expect((await read(lan, id, form)).status).toBe(404);
  expect((await read(lan, id, 'small', again)).status).toBe(404);
});

test('an upload that breaks off goes on where it was, and a repeat changes nothing', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const text = Buffer.from('Biên bản họp tổ\n'.repeat(20_000));
  const { id, clientId, request } = announce(commune, text, { kind: 'file', name: 'Biên bản.txt' });
  expect(await lan.call('file.create', request)).toEqual({ offset: 0, file: null });

  // The line dies in the middle of a piece.
  const cut = 100_000;
  const broken = new AbortController();
  const dying = fetch(`${hub.url}/api/files/${id}?offset=0`, {
    method: 'PATCH',
    headers: { cookie: lan.cookie!, 'content-type': 'application/octet-stream' },
    duplex: 'half',
    signal: broken.signal,
    body: new ReadableStream({
      start: (controller) => controller.enqueue(text.subarray(0, cut)),
    }),
  } as RequestInit);
  await expect.poll(async () => (await lan.call('file.create', request)).offset).toBe(cut);
  broken.abort();
  await expect(dying).rejects.toThrow();

  expect((await append(lan, id, 0, text.subarray(0, 10))).status, 'not from a place that is past').toBe(409);
  expect((await append(lan, id, cut, Buffer.concat([text, text]))).status).toBe(413);
  const rest = await append(lan, id, cut, text.subarray(cut));
  const { offset, file } = FileUpload.parse(await rest.json());
  expect([offset, file]).toEqual([
    text.length,
    expect.objectContaining({ name: 'Biên bản.txt', size: text.length, type: 'text/plain' }),
  ]);
  expect(await lan.call('file.create', request)).toEqual({ offset, file });
  await send(lan, commune, clientId, [id]);
  const kept = await read(lan, id, 'whole');
  expect(Buffer.from(await kept.arrayBuffer()).equals(text)).toBe(true);
  expect(kept.headers.get('content-disposition')).toBe(
    `attachment; filename="Bien ban.txt"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n.txt`,
  );
});

test('what a file is decides, not what it is called', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300), randomBytes(100)]);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  for (const [bytes, kind, name] of [
    [program, 'file', 'hoa-don.pdf'],
    [pdf, 'photo', 'anh.jpg'],
    [svg, 'photo', 'anh.png'],
    [pdf, 'voice', 'loi.webm'],
    [photo.subarray(0, 200), 'photo', 'anh.jpg'],
  ] as const) {
    const { id, response, answer } = await upload(lan, commune, bytes, { kind, name });
    expect([response.status, answer], name).toEqual([415, { error: { code: 'file_refused' } }]);
    expect((await append(lan, id, 0, bytes)).status, 'nothing of it stays').toBe(404);
  }

  // What could be run by a browser is text to be taken away; a document may be opened.
  const page = await upload(lan, commune, html, { kind: 'file', name: 'thong-bao.html' });
  await send(lan, commune, page.clientId, [page.id]);
  const { headers } = await read(lan, page.id, 'whole');
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(headers.get('content-disposition')).toContain('attachment; filename="thong-bao.html.txt"');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const paper = await upload(lan, commune, pdf, { kind: 'file', name: 'mau-don' });
  await send(lan, commune, paper.clientId, [paper.id]);
  const opened = await read(lan, paper.id, 'whole', { range: 'bytes=0-7' });
  expect([opened.status, await opened.text()]).toEqual([206, '%PDF-1.7']);
  expect(opened.headers.get('content-disposition')).toContain('inline; filename="mau-don.pdf"');
});

test('sizes and days are bounded, and what was never sent is swept away', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const muted = await commune.person({ tdp12: 'resident' });
  const ask = (given: Given) => lan.refusal('file.create', announce(commune, photo, given).request);
  expect(await ask({ size: 16 * 1024 * 1024 })).toBe('payload_too_large');
  expect(await ask({ size: 30 * 1024 * 1024, kind: 'file' })).toBe('bad_request');
  expect(await muted.refusal('file.create', announce(commune, photo).request)).toBe('not_found');

  const kept = await upload(lan, commune, photo);
  await send(lan, commune, kept.clientId, [kept.id]);
  const lost = await upload(lan, commune, photo);
  const em = hub.em.fork();
  await em.execute(`update file set created_at = now() - interval '25 hours' where author_id = ?`, [lan.id]);
  await hub.app.get(FileSweeper).sweep();
  expect((await read(lan, kept.id)).status).toBe(200);
  expect((await append(lan, lost.id, 0, photo)).status).toBe(404);

  await em.execute(
    `insert into file (id, object_id, channel_id, author_id, client_id, kind, name, size, created_at)
     select id, id, ?, ?, id, 'photo', 'x', 1, now() from (select gen_random_uuid() as id from generate_series(1, 300))`,
    [commune.chats.tdp13!.id, lan.id],
  );
  expect(await ask({})).toBe('quota_reached');
});

test('what was taken back leaves the disk after a day, unless a case is about it', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const head = await commune.person({ tdp13: 'head' });
  const give = async () => {
    const { id, clientId } = await upload(head, commune, photo);
    return { id, messageId: (await send(head, commune, clientId, [id])).id };
  };
  const [stands, fresh, old, evidence] = [await give(), await give(), await give(), await give()];
  await lan.call('flag.create', {
    body: { subjectType: 'message', subjectId: evidence.messageId, rule: 'privacy', reason: 'Ảnh nhà tôi' },
  });
  for (const { messageId } of [fresh, old, evidence])
    await head.call('message.delete', { params: { messageId } });
  const em = hub.em.fork();
  await em.execute(`update file set created_at = now() - interval '3 days' where author_id = ?`, [head.id]);
  await em.execute(`update message set deleted_at = now() - interval '25 hours' where id in (?, ?)`, [
    old.messageId,
    evidence.messageId,
  ]);
  const kept = async () => {
    await hub.app.get(FileSweeper).sweep();
    const store = hub.app.get(FileStore);
    return [stands, fresh, old, evidence].map(({ id }) => existsSync(store.path(id, 'large')));
  };
  expect(await kept()).toEqual([true, true, false, true]);
  expect((await read(lan, stands.id)).status).toBe(200);
  // A commune whose rules set an end to evidence deletes the case.
  await em.execute('delete from flag');
  await em.execute('delete from moderation_case');
  expect(await kept()).toEqual([true, true, false, false]);
});

test('the first answer of a topic can be a photo', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const root = await say(lan, commune, 'Ai có ảnh sân?');
  const { request, id, clientId } = announce(commune, photo);
  const params = { channelId: root.id };
  await lan.call('file.create', { ...request, params });
  await append(lan, id, 0, photo);
  await lan.call('message.create', { params, body: { clientId, text: '', carries: { files: [id] } } });
  expect((await read(lan, id)).status).toBe(200);
});

test('moderators see the files of what was flagged, also when its author took it back, and no others', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const head = await commune.person({ tdp13: 'head' });
  const moderator = await commune.person({ commune: 'moderator' });
  const { id, clientId } = await upload(head, commune, photo);
  const message = await send(head, commune, clientId, [id]);
  await lan.call('flag.create', {
    body: { subjectType: 'message', subjectId: message.id, rule: 'privacy', reason: 'Ảnh nhà tôi' },
  });
  const [flagged] = await moderator.call('case.list', { query: {} });
  const params = { caseId: flagged!.id, fileId: id, form: 'small' };
  await head.call('message.delete', { params: { messageId: message.id } });
  expect((await moderator.request('case.file', { params })).status).toBe(200);
  expect((await moderator.call('case.get', { params })).carried?.files?.[0]?.id).toBe(id);
  expect((await read(moderator, id)).status).toBe(404);
  expect((await lan.request('case.file', { params })).status).toBe(404);
  const other = { ...params, fileId: randomUUID() };
  expect((await moderator.request('case.file', { params: other })).status).toBe(404);
});

test('words are edited away only where something else stands', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const { id, clientId } = await upload(lan, commune, photo);
  const { id: messageId } = await send(lan, commune, clientId, [id], 'Sân nhà văn hoá');
  const edited = await lan.call('message.edit', { params: { messageId }, body: { text: '' } });
  expect(edited).toMatchObject({ text: '', carried: { files: [{ id }] } });
  const params = { channelId: commune.chats.tdp13!.id };
  const bare = { clientId: randomUUID(), text: '' };
  expect(await lan.refusal('message.create', { params, body: bare })).toBe('bad_request');
});

test('a face is cut square, and what is no picture is refused', async () => {
  const square = await sharp(await makeSquare(photo, 256)).metadata();
  expect([square.width, square.height, square.exif]).toEqual([256, 256, undefined]);
  await expect(makeSquare(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 256)).rejects.toThrow();
});
