import { loadCall } from '#lib/load.ts';
import { byPressing, noticeBrief } from '#lib/public-notice.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const notices = await loadCall(event, 'commune.notices', { params: { slug: event.params.slug } });
  return byPressing(notices.map(noticeBrief));
};
