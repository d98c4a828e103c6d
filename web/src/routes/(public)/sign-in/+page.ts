import { redirect } from '@sveltejs/kit';
import { ApiError, call } from '#lib/api.ts';
import { safeNext } from '#lib/load.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url }) => {
  const next = safeNext(url.searchParams.get('next'));
  const [isSignedIn, demo] = await Promise.all([
    call('me.get', {}, { fetch }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ApiError) return false;
        throw error;
      },
    ),
    call('demo.list', {}, { fetch }).catch(() => []),
  ]);
  if (isSignedIn) redirect(303, next);
  // Only a hub with a sample ward sends the part that shows it.
  const DemoPeople = demo.length > 0 ? (await import('./DemoPeople.svelte')).default : null;
  return { next, demo, DemoPeople };
};
