import { loadCall } from '#lib/load.ts';
import type { LayoutLoad } from './$types.js';

/** The commune of the address. The header can do without it; these pages cannot. */
export const load: LayoutLoad = async (event) => {
  const { commune } = await event.parent();
  const { slug } = event.params;
  return { commune: commune ?? (await loadCall(event, 'commune.get', { params: { slug } })) };
};
