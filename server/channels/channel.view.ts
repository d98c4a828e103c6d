import type { ChannelView } from '../../shared/channels.ts';
import { hearsAll } from '../../shared/waking.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { TopicPlace } from '../../shared/topics.ts';
import type { Channel } from './channel.entity.ts';
import type { Badge } from './channel.queries.ts';

/** Where nothing was said yet. */
export const untouched: Badge = {
  version: 0,
  lastSeq: 0,
  readSeq: 0,
  unread: 0,
  mentions: [],
  lastMessage: null,
  attention: hearsAll,
};

/** A channel as one member sees it; with `topic`, the topic in it. */
export function channelView(
  channel: Channel,
  permissions: Set<Permission>,
  badge: Badge = untouched,
  topic: (TopicPlace & { id: string }) | null = null,
): ChannelView {
  const { kind, name, settings } = channel;
  const { id, ...place } = topic ?? { id: channel.id };
  return {
    id,
    groupId: channel.group.id,
    kind,
    name,
    settings,
    ...badge,
    permissions: [...permissions],
    topic: topic && (place as TopicPlace),
  };
}
