// The service worker as the windows see it: there in builds, and wherever the browser has one.
import type { Hub } from './hub.svelte.ts';
import type { WorkerWord } from './worker-word.ts';

/** Lets the app open without a network from now on, and at once. It loads all parts of the app, so it waits until the window has what it needs. */
export function startWorker(hub: Hub): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  let isStopped = false;
  const stops: (() => void)[] = [() => (isStopped = true)];
  const stop = hub.onResync(async () => {
    stop();
    navigator.serviceWorker.register('/service-worker.js', { scope: '/' }).catch(() => undefined);
    const { keepStills } = await import('./still-keeper.ts');
    if (!isStopped) stops.push(keepStills(hub));
  });
  stops.push(stop);
  return () => stops.forEach((stop) => stop());
}

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** What waits goes out when the network is back, even if no window is open then. */
export async function askToSendLater() {
  if (!('serviceWorker' in navigator)) return;
  const registration = (await navigator.serviceWorker.getRegistration()) as WithSync | undefined;
  await registration?.sync?.register('outbox').catch(() => undefined);
}

const LOOK_MS = 30 * 60_000;

/** Tells when another build has taken over what this window asks for. Its own parts stay until it is loaded anew. */
export function onNewBuild(tell: () => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const { serviceWorker } = navigator;
  let hadOne = serviceWorker.controller !== null;
  let lookedAt = Date.now();
  const changed = () => {
    if (hadOne) tell();
    hadOne = true;
  };
  // A window may stand open for days, and browsers look for another build only when a page is loaded.
  const look = async () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < LOOK_MS) return;
    lookedAt = Date.now();
    const registration = await serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  };
  serviceWorker.addEventListener('controllerchange', changed);
  document.addEventListener('visibilitychange', look);
  return () => {
    serviceWorker.removeEventListener('controllerchange', changed);
    document.removeEventListener('visibilitychange', look);
  };
}

/** A notification was tapped: this window is to show what it is about. Gives back how to stop. */
export function onOpen(show: (href: string) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const { serviceWorker } = navigator;
  const hear = ({ data }: MessageEvent<WorkerWord | null>) => {
    if (data?.kind === 'open') show(data.href);
  };
  serviceWorker.addEventListener('message', hear);
  return () => serviceWorker.removeEventListener('message', hear);
}

/** What waits, on the icon of the app. */
export function showWaiting(count: number) {
  if ('setAppBadge' in navigator) navigator.setAppBadge(count).catch(() => undefined);
}

/** Whoever was signed in here is told no more on this device, and what was shown is gone from its screen. */
export async function forgetPushes(): Promise<void> {
  showWaiting(0);
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  for (const shown of (await registration?.getNotifications?.()) ?? []) shown.close();
  const subscription = await registration?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}
