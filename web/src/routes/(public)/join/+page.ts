import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';

/** A typed code leads to its invitation. */
export const load: PageLoad = ({ url }) => {
  const code = url.searchParams.get('code')?.replace(/[\s-]+/g, '');
  if (code) redirect(303, `/join/${encodeURIComponent(code.toLowerCase())}`);
};
