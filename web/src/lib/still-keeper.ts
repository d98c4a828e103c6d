// When the pictures of still.ts are taken, and when what they show is true no longer.
import type { Hub } from './hub.svelte.ts';
import { stills } from './shell.ts';
import { loadSnapshot } from './snapshot.ts';
import { forgetStills } from './still.ts';

const REST_MS = 3_000;
/** After these something that a picture may show is not as it was, or not for this person. */
const changing = new Set([
  'message.edited',
  'message.deleted',
  'message.removed',
  'notice.withdrawn',
  'person.changed',
  'member.left',
  'place.changed',
]);

/** Takes one of each page that rested on the screen, and of what is put away; gives back how to stop. */
export function keepStills(hub: Hub): () => void {
  let taking: typeof import('./still-taking.ts') | undefined;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function take() {
    taking ??= await import('./still-taking.ts');
    // What was forgotten meanwhile, here or in another window, stays so.
    if (!isStopped && loadSnapshot()) await taking.takeStill();
  }
  const afterRest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void take().catch(() => undefined), REST_MS);
  };
  const whenHidden = () => {
    if (document.visibilityState === 'hidden' && taking) void take().catch(() => undefined);
  };
  // What changed while this device was away was told for the open page only.
  const afterReturn = () => void forgetOthers(location.pathname).then(afterRest, () => undefined);
  const stops = [
    hub.onResync(afterReturn),
    hub.on(([name]) => {
      if (changing.has(name)) void forgetStills().then(afterRest, () => undefined);
    }),
    listen(document, 'visibilitychange', whenHidden),
  ];
  // Where the browser does not tell of ways within the app, pages are taken when they are put away.
  if ('navigation' in globalThis) stops.push(listen(navigation, 'currententrychange', afterRest));
  afterReturn();
  // The shell that goes with them comes with the worker.
  void navigator.serviceWorker.ready.then(afterRest);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}

function listen(target: EventTarget, name: string, listener: () => void): () => void {
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
}

async function forgetOthers(path: string): Promise<void> {
  const cache = await caches.open(stills);
  const others = (await cache.keys()).filter(({ url }) => new URL(url).pathname !== path);
  await Promise.all(others.map((request) => cache.delete(request)));
}
