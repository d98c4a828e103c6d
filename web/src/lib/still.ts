// A picture of a page as it stood last, for the moments until the app is there again: the service worker gives it together with the shell.
// Nothing in it can be pressed, and screen readers wait for the page itself. Taken by still-taking.ts, when still-keeper.ts says.
import { stillPrefix } from './shell.ts';

export const stillId = 'still';
const PATIENCE_MS = 5_000;

export const hasStill = () => !import.meta.env.SSR && document.getElementById(stillId) !== null;

/** Lets the page be seen once nothing of it waits to be placed. */
export function liftStill() {
  const end = performance.now() + PATIENCE_MS;
  const look = () => {
    const isBusy = document.querySelector(`:not(#${stillId} *)[aria-busy="true"]`) !== null;
    if (isBusy && performance.now() < end) requestAnimationFrame(look);
    else document.getElementById(stillId)?.remove();
  };
  if (hasStill()) requestAnimationFrame(look);
}

/** All of them: somebody left, something was taken away, or things look different now. */
export async function forgetStills(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(stillPrefix));
  await Promise.all(names.map((name) => caches.delete(name)));
}
