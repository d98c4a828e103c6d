import { ApiError } from '#lib/api.ts';
import { readAll } from '#lib/hub.svelte.ts';
import { asPageError } from '#lib/load.ts';
import { loadSnapshot } from '#lib/snapshot.ts';
import type { LayoutLoad } from './$types.js';

// The signed-in app lives in the browser: it works offline, and the server has no page of it to render.
export const ssr = false;

export const load: LayoutLoad = async ({ fetch, untrack }) => {
  try {
    return { start: await readAll({ fetch }) };
  } catch (caught) {
    const isUnreachable = caught instanceof ApiError && ['offline', 'unavailable'].includes(caught.code);
    const start = isUnreachable ? loadSnapshot() : null;
    if (start) return { start };
    throw untrack(() => asPageError(caught, new URL(location.href)));
  }
};
