// The doors of a residential group, with and without a smartphone.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { HouseholdBody, HouseholdView } from '../../shared/places.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { newId } from '../platform/id.ts';
import { accessHousehold, findHouseholdAt } from './household.access.ts';
import { Household } from './household.entity.ts';
import { byAddress, householdView } from './household.view.ts';
import { Membership } from './membership.entity.ts';
import { accessGroup } from './place.access.ts';

@Injectable()
export class HouseholdsService {
  constructor(private readonly em: EntityManager) {}

  async list(actor: Actor, groupId: string): Promise<HouseholdView[]> {
    const { group } = await accessGroup(this.em, actor, groupId, 'household.manage');
    const households = await this.em.find(Household, { group });
    const members = await this.em.find(
      Membership,
      { group, status: 'active', household: { $ne: null } },
      { populate: ['person'], orderBy: { createdAt: 'asc' } },
    );
    const membersOf = Map.groupBy(members, ({ household }) => household?.id);
    return households
      .sort(byAddress)
      .map((household) => householdView(household, membersOf.get(household.id) ?? []));
  }

  async create(actor: Actor, groupId: string, body: HouseholdBody): Promise<HouseholdView> {
    const { group, standing } = await accessGroup(this.em, actor, groupId, 'household.manage');
    if (group.kind !== 'residential') {
      throw new AppError('bad_request', {
        issues: [{ path: 'groupId', message: 'not a residential group' }],
      });
    }
    return this.em.transactional(async (em) => {
      if (await findHouseholdAt(em, group, body.address)) throw new AppError('household_exists');
      const household = em.create(Household, { id: newId(), group, ...body, createdAt: new Date() });
      em.persist(household);
      record(em, {
        communeId: standing.communeId,
        actorId: actor.personId,
        groupId,
        act: 'household.created',
        subjectType: 'household',
        subjectId: household.id,
      });
      return householdView(household, []);
    });
  }

  async update(actor: Actor, householdId: string, body: HouseholdBody): Promise<HouseholdView> {
    const { group, household, standing } = await accessHousehold(this.em, actor, householdId);
    return this.em.transactional(async (em) => {
      const same = await findHouseholdAt(em, group, body.address);
      if (same && same.id !== householdId) throw new AppError('household_exists');
      const changed = (['address', 'hasSmartphone'] as const).filter((key) => household[key] !== body[key]);
      em.assign(household, body);
      record(em, {
        communeId: standing.communeId,
        actorId: actor.personId,
        groupId: group.id,
        act: 'household.updated',
        subjectType: 'household',
        subjectId: householdId,
        data: { changed },
      });
      const members = await em.find(
        Membership,
        { household, group, status: 'active' },
        { populate: ['person'], orderBy: { createdAt: 'asc' } },
      );
      return householdView(household, members);
    });
  }
}
