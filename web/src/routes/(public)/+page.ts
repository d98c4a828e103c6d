import { redirect } from '@sveltejs/kit';
import { loadCall } from '#lib/load.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async (event) => {
  const communes = await loadCall(event, 'commune.list');
  if (communes.length === 1) redirect(302, `/c/${communes[0]!.slug}`);
  return { communes };
};
