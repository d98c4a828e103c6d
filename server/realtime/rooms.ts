// Which rooms a person's sockets belong in: what they may hear, and nothing else.
import { permissionsAt, type RosterEntry } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import type { FollowedTopic } from '../channels/topic.queries.ts';
import { room } from '../platform/events.ts';

/** The rooms that follow from memberships, roles and topics (those that are followed, and one that is open); computed anew whenever those change. */
export function roomsOf(actor: Actor, entry: RosterEntry | null, topics: FollowedTopic[]): string[] {
  const own = [room.user(actor.personId), room.session(actor.sessionId)];
  if (!entry) return own;
  const { person, plan } = entry;
  const ofGroups = plan.groupIds.flatMap((id) => {
    const permissions = permissionsAt(entry, id);
    return [
      permissions.has('channel.read') && room.group(id),
      permissions.has('notice.measure') && room.measure(id),
      permissions.has('case.decide') && room.cases(id),
      permissions.has('member.admit') && room.admit(id),
      id === plan.communeGroupId && permissions.has('thread.answer') && room.desk(id),
    ].filter((name) => name !== false);
  });
  const channelIds = [...plan.channels.values()]
    .filter(
      (channel) =>
        person.memberships.has(channel.groupId) &&
        permissionsAt(entry, channel.groupId, channel).has('channel.read'),
    )
    .map(({ id }) => id);
  const readable = new Set(channelIds);
  const topicIds = topics.filter(({ parentId }) => readable.has(parentId)).map(({ id }) => id);
  return [...own, ...ofGroups, ...[...channelIds, ...topicIds].map(room.channel)];
}

/** Where a socket that is in these rooms has to come and to go. What it watches it may go on watching while it hears of it. */
export function changesOf(
  socket: { id: string; rooms: Set<string> },
  wanted: string[],
): { joins: string[]; leaves: string[] } {
  const kept = new Set([socket.id, ...wanted]);
  const follows: [string, (id: string) => string][] = [
    [room.presence(''), room.group],
    [room.watching(''), room.channel],
  ];
  const isKept = (name: string) => {
    const follow = follows.find(([watched]) => name.startsWith(watched));
    return kept.has(follow ? follow[1](name.slice(follow[0].length)) : name);
  };
  return {
    joins: wanted.filter((name) => !socket.rooms.has(name)),
    leaves: [...socket.rooms].filter((name) => !isKept(name)),
  };
}
