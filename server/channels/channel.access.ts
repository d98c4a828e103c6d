// What someone may touch among channels. A channel asked for by id is obtained only here.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Permission } from '../../shared/permissions.ts';
import type { Actor } from '../identity/actor.ts';
import {
  accessStanding,
  membershipIn,
  permissionsIn,
  requirePermission,
  type GroupAccess,
  type Standing,
} from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Channel } from './channel.entity.ts';
import { findParentId } from './topic.queries.ts';

export interface ChannelAccess extends GroupAccess {
  /** Of a topic: the channel in which its message stands, whose rights, name and pace are its own. */
  channel: Channel;
}

/** The channel or topic, if the actor may read it and has this permission in it; who may not read it gets `not_found`. */
export async function accessChannel(
  em: EntityManager,
  actor: Actor,
  channelId: string,
  permission: Permission = 'channel.read',
): Promise<ChannelAccess> {
  const standing = await accessStanding(em, actor);
  const channel = (await findListed(em, standing, channelId)) ?? (await findParent(em, standing, channelId));
  if (!channel) throw new AppError('not_found');
  const group = channel.group;
  const permissions = permissionsIn(standing, group, channel.override);
  if (!permissions.has('channel.read')) throw new AppError('not_found');
  return requirePermission(
    { channel, group, permissions, standing, ...membershipIn(standing, group) },
    permission,
  );
}

/** The channel, if the actor manages its group, whether or not they may read what is said in it. Topics have nothing to manage. */
export async function accessManagedChannel(
  em: EntityManager,
  actor: Actor,
  channelId: string,
): Promise<ChannelAccess> {
  const standing = await accessStanding(em, actor);
  const channel = await findListed(em, standing, channelId);
  if (!channel) throw new AppError('not_found');
  const { group } = channel;
  const permissions = permissionsIn(standing, group);
  return requirePermission(
    { channel, group, permissions, standing, ...membershipIn(standing, group) },
    'group.manage',
  );
}

const findListed = (em: EntityManager, { communeId }: Standing, id: string): Promise<Channel | null> =>
  em.findOne(Channel, { id, parentId: null, group: { commune: communeId } }, { populate: ['group'] });

/** The channel of the message under which this topic is. */
async function findParent(em: EntityManager, standing: Standing, topicId: string): Promise<Channel | null> {
  const parentId = await findParentId(em, topicId);
  return parentId === null ? null : findListed(em, standing, parentId);
}
