import { redirect } from '@sveltejs/kit';
import { loadCall } from '#lib/load.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async (event) => {
  const { channelId } = event.params;
  const { start } = await event.parent();
  const channel =
    start.groups.flatMap(({ channels }) => channels).find(({ id }) => id === channelId) ??
    (await loadCall(event, 'channel.get', { params: { channelId } }));
  // Channels of notices and of questions are windows on those pages.
  if (channel.kind === 'notices') redirect(307, `/app/notices?group=${channel.groupId}`);
  if (channel.kind === 'procedures') redirect(307, '/app/questions');
  return { channel };
};
