// What someone may touch among notices. A notice asked for by id is obtained only here.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../identity/actor.ts';
import { Group } from '../places/group.entity.ts';
import { accessStanding, groupsWith, permissionsIn, type Standing } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Notice } from './notice.entity.ts';
import { audienceOf, canMeasure, concerns, countsIn } from './reach.ts';

export interface NoticeAccess {
  notice: Notice;
  standing: Standing;
  /** Whether the actor is among those addressed, not only one who may measure. */
  isConcerned: boolean;
  canMeasure: boolean;
  /** The groups of the audience whose reach the actor may see. */
  measured: Group[];
}

/** The notice, if it concerns the actor or they may see its reach; `not_found` for everyone else. */
export async function accessNotice(em: EntityManager, actor: Actor, noticeId: string): Promise<NoticeAccess> {
  const standing = await accessStanding(em, actor);
  const notice = await em.findOne(
    Notice,
    { id: noticeId, commune: standing.communeId },
    { populate: ['author', 'groups'] },
  );
  if (!notice) throw new AppError('not_found');
  const audience = audienceOf(notice.groups.getItems());
  const measurable = await groupsWith(em, standing, 'notice.measure');
  const access = {
    notice,
    standing,
    isConcerned: concerns(audience, standing.memberships.keys()),
    canMeasure: canMeasure(audience, measurable),
    measured: measurable.filter((group) => countsIn(audience, group)),
  };
  if (!access.isConcerned && !access.canMeasure) throw new AppError('not_found');
  return access;
}

/** The chosen groups, if the actor may publish to every one of them. */
export async function accessAudience(
  em: EntityManager,
  actor: Actor,
  groupIds: string[],
): Promise<{ groups: Group[]; standing: Standing }> {
  const standing = await accessStanding(em, actor);
  const wanted = [...new Set(groupIds)];
  const found = await em.find(Group, { id: { $in: wanted }, commune: standing.communeId });
  if (found.length < wanted.length) throw new AppError('not_found');
  if (!mayPublishTo(standing, found)) throw new AppError('forbidden');
  const order = new Map(wanted.map((id, index) => [id, index]));
  return { groups: found.toSorted((a, b) => order.get(a.id)! - order.get(b.id)!), standing };
}

export function mayPublishTo(standing: Standing, groups: Group[]): boolean {
  return groups.every((group) => permissionsIn(standing, group).has('notice.publish'));
}
