import { redirect } from '@sveltejs/kit';
import { ApiError, call } from '#lib/api.ts';
import { asPageError } from '#lib/load.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ params, parent, fetch, url }) => {
  const { channelId } = params;
  const { start } = await parent();
  const known = [...start.groups.flatMap(({ channels }) => channels), ...start.topics].find(
    ({ id }) => id === channelId,
  );
  // Without a network the page shows what the hub knows; what is not there, or not for this reader, it says itself.
  const { channel, isLost } = known
    ? { channel: known, isLost: false }
    : await call('channel.get', { params: { channelId } }, { fetch }).then(
        (found) => ({ channel: found, isLost: false }),
        (caught: unknown) => {
          if (!(caught instanceof ApiError)) throw caught;
          if (caught.code !== 'offline' && caught.code !== 'not_found') throw asPageError(caught, url);
          return { channel: null, isLost: caught.code === 'not_found' };
        },
      );
  // Channels of notices and of questions are windows on those pages.
  if (channel?.kind === 'notices') redirect(307, `/app/notices?group=${channel.groupId}`);
  if (channel?.kind === 'procedures') redirect(307, '/app/questions');
  return { channelId, channel, isLost };
};
