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
} from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Channel } from './channel.entity.ts';

export interface ChannelAccess extends GroupAccess {
  channel: Channel;
}

/** The channel, if the actor may read it and has this permission in it; who may not read it gets `not_found`. */
export async function accessChannel(
  em: EntityManager,
  actor: Actor,
  channelId: string,
  permission: Permission = 'channel.read',
): Promise<ChannelAccess> {
  const { channel, standing } = await channelInCommune(em, actor, channelId);
  const group = channel.group;
  const permissions = permissionsIn(standing, group, channel.override);
  if (!permissions.has('channel.read')) throw new AppError('not_found');
  return requirePermission(
    { channel, group, permissions, standing, ...membershipIn(standing, group) },
    permission,
  );
}

/** The channel, if the actor manages its group, whether or not they may read what is said in it. */
export async function accessManagedChannel(
  em: EntityManager,
  actor: Actor,
  channelId: string,
): Promise<ChannelAccess> {
  const { channel, standing } = await channelInCommune(em, actor, channelId);
  const { group } = channel;
  const permissions = permissionsIn(standing, group);
  return requirePermission(
    { channel, group, permissions, standing, ...membershipIn(standing, group) },
    'group.manage',
  );
}

async function channelInCommune(em: EntityManager, actor: Actor, channelId: string) {
  const standing = await accessStanding(em, actor);
  const channel = await em.findOne(
    Channel,
    { id: channelId, group: { commune: standing.communeId } },
    { populate: ['group'] },
  );
  if (!channel) throw new AppError('not_found');
  return { channel, standing };
}
