// The service worker as the windows see it: there in builds, and wherever the browser has one.

/** Lets the app open without a network from now on. */
export function startWorker(isBuilt: boolean) {
  if (!isBuilt || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js', { scope: '/' }).catch(() => undefined);
}

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** What waits goes out when the network is back, even if no window is open then. */
export async function askToSendLater() {
  if (!('serviceWorker' in navigator)) return;
  const registration = (await navigator.serviceWorker.getRegistration()) as WithSync | undefined;
  await registration?.sync?.register('outbox').catch(() => undefined);
}
