import { loadCall } from '#lib/load.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async (event) => ({
  procedure: await loadCall(event, 'procedure.get', { params: event.params }),
});
