// Which rooms a person's sockets belong in: what they may hear, and nothing else.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Channel } from '../channels/channel.entity.ts';
import type { Actor } from '../identity/actor.ts';
import { Group } from '../places/group.entity.ts';
import { findStanding, permissionsIn } from '../places/place.access.ts';
import { room } from '../platform/events.ts';

/** The rooms that follow from memberships and roles; read anew whenever those change. */
export async function roomsOf(em: EntityManager, actor: Actor): Promise<string[]> {
  const own = [room.user(actor.personId), room.session(actor.sessionId)];
  const standing = await findStanding(em, actor);
  if (!standing) return own;
  const groups = await em.find(Group, { commune: standing.communeId });
  const channels = await em.find(Channel, { group: [...standing.memberships.keys()] });
  const ofGroups = groups.flatMap((group) => {
    const permissions = permissionsIn(standing, group);
    return [
      permissions.has('channel.read') && room.group(group.id),
      permissions.has('notice.measure') && room.measure(group.id),
      permissions.has('case.decide') && room.cases(group.id),
      permissions.has('member.admit') && room.admit(group.id),
      group.kind === 'commune' && permissions.has('thread.answer') && room.desk(group.id),
    ].filter((name) => name !== false);
  });
  const groupById = new Map(groups.map((group) => [group.id, group]));
  const ofChannels = channels
    .filter((channel) =>
      permissionsIn(standing, groupById.get(channel.group.id)!, channel.override).has('channel.read'),
    )
    .map(({ id }) => room.channel(id));
  return [...own, ...ofGroups, ...ofChannels];
}
