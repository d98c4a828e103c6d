import type { ChannelView } from '../../shared/channels.ts';
import { hearsAll } from '../../shared/waking.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { Channel } from './channel.entity.ts';
import type { Badge } from './channel.queries.ts';

const untouched: Badge = {
  version: 0,
  lastSeq: 0,
  readSeq: 0,
  unread: 0,
  mentions: [],
  lastMessage: null,
  attention: hearsAll,
};

/** A channel as one member sees it. */
export function channelView(
  channel: Channel,
  permissions: Set<Permission>,
  badge: Badge = untouched,
): ChannelView {
  const { id, kind, name, settings } = channel;
  return { id, groupId: channel.group.id, kind, name, settings, ...badge, permissions: [...permissions] };
}
