import { redirect } from '@sveltejs/kit';
import { ApiError, call } from '#lib/api.ts';
import { asPageError } from '#lib/load.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ params, parent, fetch, url, untrack }) => {
  const { channelId } = params;
  const { start } = await parent();
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
  return { channelId, channel };
};
