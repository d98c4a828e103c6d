// What the service worker does with letters: shows them, opens their places, and keeps the device registered.
import type { WaitingCount } from '../../../shared/attention.ts';
import type { PushLetter, PushState, PushSubscribe } from '../../../shared/push.ts';
import { letterWords } from './letter-words.ts';
import type { WorkerWord } from './worker-word.ts';

/** Not yet among TypeScript's options: https://notifications.spec.whatwg.org/#dictdef-notificationoptions */
interface ShownOptions extends NotificationOptions {
  renotify?: boolean;
}

/** Shows a letter, unless someone has its place before them; and puts what waits on the icon of the app. */
export async function receive(scope: ServiceWorkerGlobalScope, data: PushMessageData | null): Promise<void> {
  const letter = data?.json() as PushLetter | undefined;
  if (!letter) return;
  const { content, tag, locale } = letter;
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (content.kind === 'trial')
    for (const one of windows) one.postMessage({ kind: 'trial', id: content.id } satisfies WorkerWord);
  const isSeen = windows.some(({ focused, url }) => focused && new URL(url).pathname === content.href);
  if (content.kind !== 'talk' || !isSeen) {
    const { title, body, isLoud } = letterWords(letter);
    const options: ShownOptions = {
      body,
      tag,
      lang: locale,
      icon: '/icons/any-192.png',
      data: { href: content.href },
      renotify: isLoud,
      requireInteraction: content.kind === 'notice' && content.urgency === 'urgent',
    };
    await scope.registration.showNotification(title, options);
  }
  await showWaiting();
}

/** Leads to where a notification is about: in a window that is open already, where there is one. */
export async function open(scope: ServiceWorkerGlobalScope, notification: Notification): Promise<void> {
  notification.close();
  const { href } = (notification.data ?? {}) as { href?: string };
  const goal = href && /^\/(?!\/)/.test(href) ? href : '/app';
  const windows = await scope.clients.matchAll({ type: 'window' });
  const app = windows.find(({ url }) => /^\/app(\/|$)/.test(new URL(url).pathname));
  if (!app) return void (await scope.clients.openWindow(goal));
  app.postMessage({ kind: 'open', href: goal } satisfies WorkerWord);
  await app.focus();
}

/** The browser gave up the old address by itself: the hub gets the new one. */
export async function renew(scope: ServiceWorkerGlobalScope): Promise<void> {
  const answer = await fetch('/api/push');
  if (!answer.ok) return; // Nobody is signed in here any more.
  const { publicKey, device } = (await answer.json()) as PushState;
  const { pushManager } = scope.registration;
  const subscription =
    (await pushManager.getSubscription()) ??
    (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }));
  const { endpoint, keys } = subscription.toJSON() as Pick<PushSubscribe, 'endpoint' | 'keys'>;
  const { hidesWords = false, locale = 'vi' } = device ?? {};
  const body = JSON.stringify({ endpoint, keys, hidesWords, locale } satisfies PushSubscribe);
  await fetch('/api/push', { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
}

async function showWaiting(): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  const answer = await fetch('/api/waiting').catch(() => null);
  if (!answer?.ok) return;
  const { talk, notices, told } = (await answer.json()) as WaitingCount;
  await navigator.setAppBadge(talk + notices + told).catch(() => undefined);
}
