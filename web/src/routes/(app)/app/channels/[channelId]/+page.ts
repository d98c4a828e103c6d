import { redirect } from '@sveltejs/kit';
import { ApiError, call } from '#lib/api.ts';
import { asPageError, isWithPage } from '#lib/load.ts';
import type { MessagePage } from '#shared/messages.ts';
import type { PageLoad } from './$types.js';
import { holds, placeAsked, placeIn, queryOf, type Place } from './place.ts';

/** A first visit reads before the app is there. Later ones open from this device, also without a network: the service worker sees to that. */
export const ssr = true;

/** As many words as the server sends along. */
const FIRST = 30;

export const load: PageLoad = async ({ params, parent, fetch, url, untrack }) => {
  const { channelId } = params;
  const isRendered = isWithPage();
  const { beginning } = await parent();
  const { start } = beginning;
  const known = [...start.groups.flatMap(({ channels }) => channels), ...start.topics].find(
    ({ id }) => id === channelId,
  );
  // Without a network the page shows what the hub knows.
  const channel =
    known ??
    (await call('channel.get', { params: { channelId } }, { fetch }).catch((caught: unknown) => {
      if (caught instanceof ApiError && caught.code === 'offline') return null;
      throw untrack(() => asPageError(caught, url));
    }));
  // Channels of notices and of questions are windows on those pages.
  if (channel?.kind === 'notices') redirect(307, `/app/notices?group=${channel.groupId}`);
  if (channel?.kind === 'procedures') redirect(307, '/app/questions');
  const place =
    channel &&
    placeIn(
      channel,
      untrack(() => placeAsked(url)),
    );
  const first = !place
    ? null
    : isRendered
      ? await readFirst(channelId, place, fetch)
      : beginning.isKept
        ? await beginning.keep.page(start.me.id, channelId)
        : null;
  return { channelId, channel, first: first && place && holds(first, place) ? first : null };
};

/** Where that fails, the window tries for itself. */
const readFirst = (
  channelId: string,
  place: Place,
  fetch: typeof globalThis.fetch,
): Promise<MessagePage | null> =>
  call(
    'message.list',
    { params: { channelId }, query: { ...queryOf(place), limit: FIRST } },
    { fetch },
  ).catch(() => null);
