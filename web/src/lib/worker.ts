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
