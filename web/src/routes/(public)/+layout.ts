import { call } from '#lib/api.ts';
import type { LayoutLoad } from './$types.js';

/** The commune for the header: the one of the address, or the only one of this install. A page may give its own. */
export const load: LayoutLoad = async ({ fetch, params }) => {
  // A failure here only leaves the header general; a page that needs the commune fails in its own words.
  const { slug } = params as { slug?: string };
  if (slug) {
    const commune = await call('commune.get', { params: { slug } }, { fetch }).catch(() => null);
    return { commune };
  }
  const communes = await call('commune.list', {}, { fetch }).catch(() => []);
  return { communes, commune: communes.length === 1 ? communes[0]! : null };
};
