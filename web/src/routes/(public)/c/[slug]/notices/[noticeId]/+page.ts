import { loadCall } from '#lib/load.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async (event) => ({
  notice: await loadCall(event, 'commune.notice', { params: event.params }),
});
