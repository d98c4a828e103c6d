import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role } from '../../shared/permissions.ts';
import type { MembershipStatus } from '../../shared/places.ts';
import { Person } from '../identity/person.entity.ts';
import { Group } from './group.entity.ts';
import { Household } from './household.entity.ts';

/** A person in a group, in a role. Held in the commune's own group, the role is commune-wide. */
export const Membership = defineEntity({
  name: 'Membership',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).deleteRule('cascade'),
    group: () => p.manyToOne(Group),
    household: () => p.manyToOne(Household).nullable().index(),
    role: p.string().$type<Role>(),
    /** The office held, such as "Tổ trưởng tổ 13"; given by an administrator, shown with the seal. */
    seat: p.string().nullable(),
    status: p.string().$type<MembershipStatus>(),
    mutedUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['person', 'group'] }],
  indexes: [
    { properties: ['group', 'status'] },
    { name: 'membership_seats', properties: ['group', 'seat'], where: '"seat" is not null' },
  ],
});
export type Membership = InferEntity<typeof Membership>;
