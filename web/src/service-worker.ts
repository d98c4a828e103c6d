// The app without a network: its shell and its parts from this device. Nothing that people write or read is kept here, so there is
// nothing to forget when someone signs out; that is in the database of lib/kept-database.ts.
import { version } from '$app/env';
import { assets, immutable } from '$app/manifest';
import { self } from '$app/service-worker';
import { open, receive, renew } from './lib/push-worker.ts';
import { sendWaiting } from './lib/send-waiting.ts';

const PREFIX = 'dinh-';
const CACHE = `${PREFIX}${version}`;
/** One page for every address below it: the app is rendered in the browser. */
const SHELL = '/app';

// Phones take woff2; maps and older fonts are for others, and the icons for whoever installs the app.
const parts = [...immutable, ...assets]
  .map(({ path }) => `/${path.replace(/^\//, '')}`)
  .filter((path) => !/\.(woff|map)$|^\/icons\//.test(path));
const isPart = new Set(parts);

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([SHELL, ...parts]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const isShell =
    request.mode === 'navigate' && (url.pathname === SHELL || url.pathname.startsWith(`${SHELL}/`));
  if (isShell) event.respondWith(fromCache(SHELL, request));
  else if (isPart.has(url.pathname) || url.pathname.startsWith('/_app/immutable/'))
    event.respondWith(fromCache(url.pathname, request));
});

/** Not yet among TypeScript's events: https://wicg.github.io/background-sync/spec/#sync-event */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

self.addEventListener('sync', (event) => {
  const { tag, waitUntil } = event as SyncEvent;
  if (tag === 'outbox') waitUntil.call(event, sendWaiting());
});

self.addEventListener('push', (event) => {
  event.waitUntil(receive(self, event.data));
});

self.addEventListener('notificationclick', (event) => {
  event.waitUntil(open(self, event.notification));
});

self.addEventListener('pushsubscriptionchange', (event) => {
  (event as ExtendableEvent).waitUntil(renew(self));
});

async function fromCache(key: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(key)) ?? (await caches.match(key)) ?? fetch(request);
}

/** Windows of the build before still load their parts by name: those of one build back stay. */
async function forgetOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX)).toSorted();
  const former = names.filter((name) => name !== CACHE);
  await Promise.all(former.slice(0, -1).map((name) => caches.delete(name)));
}
