import { loadCall } from '#lib/load.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async (event) => {
  const query = event.url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
  const procedures = await loadCall(event, 'procedure.list', {
    params: { slug: event.params.slug },
    query: { q: query },
  });
  return { query, procedures };
};
