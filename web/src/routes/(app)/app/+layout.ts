import { Keep } from '#lib/keep.ts';
import { asPageError, isWithPage } from '#lib/load.ts';
import { readAll } from '#lib/read-all.ts';
import { loadSnapshot } from '#lib/snapshot.ts';
import type { LayoutLoad } from './$types.js';

/**
 * The signed-in app lives in the browser and works offline. Only a page that says so itself is rendered by the server, for a first visit;
 * not a literal here, because Kit would then leave `load` out of what the server runs.
 */
const isServers: boolean = false;
export const ssr = isServers;

/** What is kept on this device is there at once, and `fresh` follows; without it, what is read. */
export const load: LayoutLoad = async ({ fetch, untrack, url }) => {
  const keep = new Keep();
  const kept = isWithPage() ? null : loadSnapshot();
  const reading = readAll({ fetch });
  if (kept) {
    const beginning = { start: kept, fresh: reading, isKept: true, keep };
    // Whoever waits for it hears of its failure.
    reading.then(() => (beginning.isKept = false)).catch(() => undefined);
    return { beginning };
  }
  try {
    return { beginning: { start: await reading, fresh: null, isKept: false, keep } };
  } catch (caught) {
    throw untrack(() => asPageError(caught, url));
  }
};
