// Pictures of people through the door: made small and square, seen at once by whoever may know the person, and by nobody else.
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { FileStore } from '../server/files/file.store.ts';
import { hashPassphrase } from '../server/identity/passphrase.ts';
import { portraitKey } from '../server/portraits/portrait.key.ts';
import { applyToChannel } from '../shared/badge.ts';
import { PHOTO_BYTES } from '../shared/file-limits.ts';
import { Me } from '../shared/identity.ts';
import { applyEvent } from '../shared/timeline.ts';
import type { Actor } from './support/actor.ts';
import { bootHub } from './support/app.ts';
import { say } from './support/moderation.ts';
import { unzip } from './support/unzip.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();

const picture = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 8/1 30/1' } })
    .toBuffer();
const red = await picture('#9e2a1f');
const green = await picture('#17694d');

const put = (actor: Actor, bytes: Uint8Array, type = 'application/octet-stream') =>
  fetch(`${actor.url}/api/me/photo`, {
    method: 'PUT',
    headers: { cookie: actor.cookie!, 'content-type': type },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
const statusOf = async (response: Promise<Response>) => {
  const { status } = await response;
  return status;
};
/** Gives the actor this picture, and tells its version. */
const show = async (actor: Actor, bytes: Uint8Array) =>
  Me.parse(await (await put(actor, bytes)).json()).photo!;
const fetchOf = (reader: Actor, { id }: { id: string }, version: string, form = 'small') =>
  reader.request('person.photo', { params: { personId: id, version, form } });

test('a picture is small, square and without its place; everyone sees it at once, also above old words', async () => {
  const commune = await hub.commune();
  const channelId = commune.chats.tdp13!.id;
  const groupId = commune.groups.tdp13!.id;
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await (await commune.person({ tdp13: 'resident' })).connect();
  const badgeOf = () => minh.call('channel.get', { params: { channelId } });
  const { asOf } = await minh.call('me.get');
  await say(lan, commune, 'Chào bà con');
  await minh.hears('message.created');
  const before = await readTimeline(minh, channelId);
  const badge = await badgeOf();
  minh.heard.length = 0;

  const first = await show(lan, red);
  expect(await minh.hears('person.changed')).toEqual({ personId: lan.id, name: lan.name, photo: first });
  const word = await say(lan, commune, 'Đây là ảnh của tôi');
  expect(word.author).toEqual({ id: lan.id, name: lan.name, seat: null, photo: first });
  await minh.hears('message.created', ({ id }) => id === word.id);
  const after = minh.heard.reduce(applyEvent, before);
  expect(shown(after)).toEqual(shown(await readTimeline(minh, channelId)));
  expect(after.messages.map(({ author }) => author.photo)).toEqual([first, first]);
  expect(minh.heard.reduce((s, e) => applyToChannel(s, e, minh.id), badge)).toEqual(await badgeOf());

  const members = await minh.call('member.list', { params: { groupId } });
  expect(members.find(({ personId }) => personId === lan.id)!.photo).toBe(first);
  const named = await minh.call('mention.find', { params: { channelId }, query: { q: lan.name } });
  expect(named.people[0]).toMatchObject({ id: lan.id, photo: first });
  expect(await minh.call('person.get', { params: { personId: lan.id } })).toMatchObject({ photo: first });

  for (const [form, side] of [
    ['small', 96],
    ['large', 320],
  ] as const) {
    const response = await fetchOf(minh, lan, first, form);
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const bytes = Buffer.from(await response.arrayBuffer());
    const { width, height, format, exif } = await sharp(bytes).metadata();
    expect({ width, height, format, exif }).toEqual({
      width: side,
      height: side,
      format: 'webp',
      exif: undefined,
    });
    expect(bytes.length).toBeLessThan(12_000);
  }

  // Another one has another address; whoever was away asks, and is told the last of it.
  const second = await show(lan, green);
  expect((await fetchOf(minh, lan, first)).status).toBe(404);
  const colours = await sharp(Buffer.from(await (await fetchOf(minh, lan, second)).arrayBuffer())).stats();
  expect(colours.dominant.g).toBeGreaterThan(colours.dominant.r);
  const changes = await minh.call('person.changes', { query: { since: asOf } });
  expect(changes).toEqual([{ personId: lan.id, name: lan.name, photo: second }]);
  const later = new Date(Date.now() + 3_600_000).toISOString();
  expect(await minh.call('person.changes', { query: { since: later } })).toEqual([]);

  await lan.call('person.removePhoto', { params: { personId: lan.id } });
  await minh.hears('person.changed', ({ photo }) => photo === undefined);
  expect((await fetchOf(minh, lan, second)).status).toBe(404);
  expect((await readTimeline(minh, channelId)).messages[0]!.author).not.toHaveProperty('photo');
});

test('of two pictures that come at once one stands, in both sizes', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const store = hub.app.get(FileStore);
  const quick = store.keep.bind(store);
  const keep = vi.spyOn(store, 'keep');
  // The second picture comes while the first one is being written.
  keep.mockImplementationOnce(quick).mockImplementationOnce(async (...given) => {
    await setTimeout(300);
    return quick(...given);
  });
  await Promise.all([show(lan, red), show(lan, green)]);
  keep.mockRestore();
  const { photo } = await lan.call('person.get', { params: { personId: lan.id } });
  const colours = await Promise.all(
    ['small', 'large'].map(async (form) => {
      const bytes = await (await fetchOf(lan, lan, photo!, form)).arrayBuffer();
      const { dominant } = await sharp(Buffer.from(bytes)).stats();
      return dominant.g > dominant.r ? 'green' : 'red';
    }),
  );
  expect(new Set(colours).size).toBe(1);
});

test('who may not know a person does not learn of their picture; moderators and administrators take it down, and it is told', async () => {
  const commune = await hub.commune();
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const neighbour = await commune.person({ tdp12: 'resident' });
  const otherModerator = await commune.person({ tdp12: 'moderator' });
  const admin = await commune.person({ commune: 'admin' });
  const version = await show(lan, red);
  expect((await fetchOf(neighbour, lan, version)).status).toBe(200);
  const stranger = await (await hub.commune()).person({ tdp13: 'head', commune: 'admin' });
  expect((await fetchOf(stranger, lan, version)).status).toBe(404);
  expect((await fetchOf(hub.visitor(), lan, version)).status).toBe(401);
  const params = { personId: lan.id };
  expect(await stranger.refusal('person.removePhoto', { params })).toBe('not_found');
  expect(await stranger.call('person.changes', { query: { since: new Date(0).toISOString() } })).toEqual([]);

  for (const nobody of [neighbour, otherModerator]) {
    expect(await nobody.refusal('person.removePhoto', { params })).toBe('forbidden');
    expect(await nobody.call('person.get', { params })).toMatchObject({ canRemovePhoto: false });
  }
  const judges = [
    await commune.person({ tdp13: 'moderator' }),
    await commune.person({ commune: 'moderator' }),
    admin,
  ];
  for (const judge of judges) {
    const photo = await show(lan, red);
    expect(await judge.call('person.get', { params })).toMatchObject({ canRemovePhoto: true });
    lan.heard.length = 0;
    await judge.call('person.removePhoto', { params });
    expect(await lan.hears('notification.created')).toMatchObject({ kind: 'photo_removed' });
    expect((await fetchOf(judge, lan, photo)).status).toBe(404);
    expect((await lan.call('me.get')).photo).toBeUndefined();
  }
  const entries = await admin.call('audit.list', { query: {} });
  const removed = entries.filter(({ act }) => act === 'photo.removed');
  expect(removed.map(({ actor }) => actor!.id)).toEqual(judges.map(({ id }) => id).reverse());
});

test('what is no picture, or too much, is refused, and the one before stays', async () => {
  const strict = await bootHub({ databaseUrl: hub.databaseUrl, config: { rateLimitScale: 1 } });
  const commune = await strict.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const version = await show(lan, red);
  expect(await statusOf(put(lan, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toBe(415);
  expect(await statusOf(put(lan, red.subarray(0, 400)))).toBe(415);
  expect(await statusOf(put(lan, new Uint8Array()))).toBe(415);
  expect(await statusOf(put(lan, Buffer.from('{}'), 'application/json'))).toBe(400);
  expect(await statusOf(put(lan, new Uint8Array(PHOTO_BYTES + 1)))).toBe(413);
  expect((await fetchOf(lan, lan, version)).status).toBe(200);
  const more = await Promise.all(Array.from({ length: 10 }, () => statusOf(put(lan, red))));
  expect(more).toContain(429);
});

test('the archive holds the picture, and it goes with the account', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await commune.person({ tdp13: 'resident' });
  const passphrase = 'ngõ nhỏ nhà tôi';
  await hub.em.execute('update person set passphrase_hash = ? where id = ?', [
    await hashPassphrase(passphrase),
    lan.id,
  ]);
  const version = await show(lan, red);
  const { asOf } = await minh.call('me.get');
  const kept = () => existsSync(hub.app.get(FileStore).path(portraitKey(lan.id), 'small'));
  expect(kept()).toBe(true);
  await lan.call('me.export', { body: { passphrase } });
  const archive = unzip(Buffer.from(await (await lan.request('me.download')).arrayBuffer()));
  expect((await sharp(archive.get('files/portrait.webp')).metadata()).width).toBe(320);

  await lan.call('me.remove', { body: { passphrase } });
  expect(kept()).toBe(false);
  expect((await fetchOf(minh, lan, version)).status).toBe(404);
  const [row] = await hub.em.execute('select photo from person where id = ?', [lan.id]);
  expect(row).toEqual({ photo: null });
  // Also who was away sees them nameless.
  const changes = await minh.call('person.changes', { query: { since: asOf } });
  expect(changes).toMatchObject([{ personId: lan.id, name: 'Người dùng đã rời' }]);
});
