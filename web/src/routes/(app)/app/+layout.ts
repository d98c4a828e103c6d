import { ApiError } from '#lib/api.ts';
import { asPageError } from '#lib/load.ts';
import { readAll } from '#lib/read-all.ts';
import { loadSnapshot, type Snapshot } from '#lib/snapshot.ts';
import type { LayoutLoad } from './$types.js';

// The signed-in app lives in the browser: it works offline, and the server has no page of it to render.
export const ssr = false;

/** Longer than this nobody waits for a weak network when there is something to read. */
const SLOW_MS = 3_000;

export const load: LayoutLoad = async ({ fetch, untrack }) => {
  const kept = loadSnapshot();
  try {
    return { start: await soonOr(kept, readAll({ fetch })) };
  } catch (caught) {
    const isUnreachable = caught instanceof ApiError && ['offline', 'unavailable'].includes(caught.code);
    if (kept && isUnreachable) return { start: kept };
    throw untrack(() => asPageError(caught, new URL(location.href)));
  }
};

/** The fresh state, or what was kept when that takes long: the hub catches up when its connection stands. */
function soonOr(kept: Snapshot | null, fresh: Promise<Snapshot>): Promise<Snapshot> {
  if (!kept) return fresh;
  let timer: ReturnType<typeof setTimeout>;
  const patience = new Promise<Snapshot>((resolve) => (timer = setTimeout(() => resolve(kept), SLOW_MS)));
  return Promise.race([fresh, patience]).finally(() => clearTimeout(timer));
}
