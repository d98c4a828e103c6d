import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { CaseStatus, SubjectType } from '../../shared/moderation.ts';
import { Person } from '../identity/person.entity.ts';
import { Group } from '../places/group.entity.ts';

/** What moderators review: one subject, once, with all its flags and decisions. */
export const Case = defineEntity({
  name: 'Case',
  tableName: 'moderation_case',
  properties: {
    id: p.uuid().primary(),
    group: () => p.manyToOne(Group),
    subjectType: p.string().$type<SubjectType>(),
    subjectId: p.uuid(),
    author: () => p.manyToOne(Person),
    authorSeat: p.string().nullable(),
    /** The words as they stood when first flagged; below them those that were flagged after a change. */
    text: p.text(),
    writtenAt: p.datetime(),
    status: p.string().$type<CaseStatus>(),
    claimedBy: () => p.manyToOne(Person).nullable(),
    openedAt: p.datetime(),
    version: p.integer().default(1),
  },
  uniques: [{ properties: ['subjectType', 'subjectId'] }],
  indexes: [{ properties: ['group', 'status'] }],
});
export type Case = InferEntity<typeof Case>;
