import { ApiError, call } from '#lib/api.ts';
import { asPageError, loadCall } from '#lib/load.ts';
import { byPressing, noticeBrief } from '#lib/public-notice.ts';
import type { Me } from '#shared/identity.ts';
import type { PageServerLoad } from './$types.js';

const shownNotices = 3;

export const load: PageServerLoad = async (event) => {
  const [invitation, me] = await Promise.all([
    loadCall(event, 'invitation.preview', { params: event.params }),
    findMe(event),
  ]);
  const notices = await loadCall(event, 'commune.notices', { params: { slug: invitation.commune.slug } });
  const { pressing, others } = byPressing(notices.map(noticeBrief));
  return {
    code: event.params.code,
    commune: invitation.commune,
    invitation,
    notices: [...pressing, ...others].slice(0, shownNotices),
    me,
  };
};

/** Whoever opens the invitation, if they are signed in; only what this page needs of them. */
async function findMe(
  event: Parameters<PageServerLoad>[0],
): Promise<Pick<Me, 'name' | 'commune' | 'memberships'> | null> {
  try {
    const { name, commune, memberships } = await call('me.get', {}, { fetch: event.fetch });
    return { name, commune, memberships };
  } catch (error) {
    if (error instanceof ApiError && error.code === 'unauthenticated') return null;
    throw asPageError(error, event.url);
  }
}
