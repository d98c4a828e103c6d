import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { bootHub } from './support/app.ts';

const hub = await bootHub();

test('what another site does in a person’s name is refused, by request and by socket', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const given = {
    params: { channelId: commune.chats.tdp13!.id },
    body: { clientId: randomUUID(), text: 'x' },
  };
  const foreign = await lan.request('message.create', given, { origin: 'https://evil.example' });
  expect([foreign.status, await foreign.json()]).toEqual([403, { error: { code: 'origin_refused' } }]);
  const crossSite = await lan.request('message.create', given, { 'sec-fetch-site': 'cross-site' });
  expect(crossSite.status).toBe(403);
  expect((await lan.request('message.create', given, { origin: hub.url })).status).toBe(200);

  const handshake = (origin: string) =>
    fetch(`${hub.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin, cookie: lan.cookie! } });
  expect((await handshake('https://evil.example')).status).toBe(403);
  expect((await handshake(hub.url)).status).toBe(200);
});

test('the API answers with strict headers and is never kept by caches', async () => {
  const { headers } = await fetch(`${hub.url}/api/communes`);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('bodies are bounded, and what is no JSON is a bad request', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const post = (body: string) =>
    fetch(`${hub.url}/api/channels/${commune.chats.tdp13!.id}/messages`, {
      method: 'POST',
      headers: { cookie: lan.cookie!, 'content-type': 'application/json' },
      body,
    });
  expect((await post('x'.repeat(200_000))).status).toBe(413);
  const broken = await post('{"text":');
  expect([broken.status, await broken.json()]).toEqual([400, { error: { code: 'bad_request' } }]);
});

test('metrics are for this machine or the token’s holder; health is for everyone', async () => {
  expect((await fetch(`${hub.url}/metrics`)).status).toBe(200);
  expect((await fetch(`${hub.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(
    404,
  );
  expect(await (await fetch(`${hub.url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${hub.url}/readyz`)).json()).toEqual({ status: 'ok' });
});

test('sign-in and writes are limited, and tell when to come back', async () => {
  const strict = await bootHub({ config: { rateLimitScale: 0.05 } });
  const commune = await strict.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const params = { channelId: commune.chats.tdp13!.id };
  const send = () => lan.request('message.create', { params, body: { clientId: randomUUID(), text: 'x' } });
  const statuses = [await send(), await send(), await send(), await send()].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const refused = await send();
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const guess = () =>
    strict.visitor().request('session.create', { body: { phone: '0912345678', passphrase: 'đoán mò' } });
  expect([(await guess()).status, (await guess()).status]).toEqual([401, 429]);
});

test('an invented or ended session opens nothing', async () => {
  const visitor = hub.visitor();
  for (const cookie of ['dinh_session=abc', 'dinh_session=', `dinh_session=${'x'.repeat(5000)}`]) {
    visitor.cookie = cookie;
    expect(await visitor.refusal('me.get')).toBe('unauthenticated');
  }
});

test('a request line longer than any address is refused without harm', async () => {
  const status = await new Promise((resolve, reject) => {
    request(`${hub.url}/api/communes/${'x'.repeat(20_000)}`, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect([404, 414, 431]).toContain(status);
  expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
});
