import { call } from '#lib/api.ts';
import { asPageError } from '#lib/load.ts';
import type { GroupView } from '#shared/places.ts';
import type { PageLoad } from './$types.js';

/** One's own group is known to the hub; those who manage groups open all of the commune's. */
export const load: PageLoad = async ({ params, parent, fetch }) => {
  const { groupId } = params;
  const { start } = (await parent()).beginning;
  const mine = start.groups.find(({ group }) => group.id === groupId)?.group;
  if (mine || !start.me.permissions.includes('group.manage')) return { groupId, group: mine ?? null };
  const all: GroupView[] = await call('group.listAll', {}, { fetch }).catch((caught: unknown) => {
    throw asPageError(caught, new URL(location.href));
  });
  return { groupId, group: all.find(({ id }) => id === groupId) ?? null };
};
