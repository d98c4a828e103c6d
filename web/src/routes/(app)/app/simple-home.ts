// Where one writes to the head of one's residential group: in the group's talk, because a telephone number of the head is
// nobody's to read in the hub.
import type { GroupChannels } from '#shared/channels.ts';
import type { Me } from '#shared/identity.ts';

/** Null for who has no head: an official who lives elsewhere, or the head. */
export function headChannel(
  { memberships }: Pick<Me, 'memberships'>,
  groups: GroupChannels[],
): { channelId: string; group: string } | null {
  for (const { group, role, status } of memberships) {
    if (group.kind !== 'residential' || status !== 'active' || role === 'head') continue;
    const channels = groups.find((one) => one.group.id === group.id)?.channels;
    const chat = channels?.find(({ kind }) => kind === 'chat');
    if (chat) return { channelId: chat.id, group: group.name };
  }
  return null;
}
