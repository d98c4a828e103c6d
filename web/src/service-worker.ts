// The app without a network: its shell and its parts from this device. What people wrote or read is not among them: that is in the database
// of lib/kept-database.ts, and in the pictures of lib/still.ts, which go when someone signs out.
import { assets, immutable } from '$app/manifest';
import { self } from '$app/service-worker';
import { open, receive, renew } from './lib/push-worker.ts';
import { sendWaiting } from './lib/send-waiting.ts';
import { shellPath, shellPrefix, shells, stillPrefix, stills } from './lib/shell.ts';

// Phones take woff2; maps and older fonts are for others, and the icons for whoever installs the app.
const parts = [...immutable, ...assets]
  .map(({ path }) => `/${path.replace(/^\//, '')}`)
  .filter((path) => !/\.(woff|map)$|^\/icons\//.test(path));
const isPart = new Set(parts);

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shells)
      .then((cache) => cache.addAll([shellPath, ...parts]))
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
    request.mode === 'navigate' && (url.pathname === shellPath || url.pathname.startsWith(`${shellPath}/`));
  if (isShell) event.respondWith(shellFor(url, request));
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

/** With how the page stood last, where that is kept. */
async function shellFor({ pathname, search }: URL, request: Request): Promise<Response> {
  const still = search ? undefined : await (await caches.open(stills)).match(pathname);
  return still ?? fromCache(shellPath, request);
}

async function fromCache(key: string, request: Request): Promise<Response> {
  const cache = await caches.open(shells);
  return (await cache.match(key)) ?? (await caches.match(key)) ?? fetch(request);
}

/** Windows of the build before still load their parts by name: those of one build back stay. Its pictures name parts of that build. */
async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith(shellPrefix) && name !== shells).toSorted();
  const pictures = names.filter((name) => name.startsWith(stillPrefix) && name !== stills);
  await Promise.all([...former.slice(0, -1), ...pictures].map((name) => caches.delete(name)));
}
