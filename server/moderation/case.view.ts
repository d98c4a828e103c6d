import type { PersonRef } from '../../shared/common.ts';
import type { CaseView } from '../../shared/moderation.ts';
import type { Person } from '../identity/person.entity.ts';
import { personRef } from '../identity/person.view.ts';
import type { Case } from './case.entity.ts';
import type { Decision } from './decision.entity.ts';
import type { Flag } from './flag.entity.ts';

/** The case with all that was reported and decided. `seatOf` tells the office that someone holds in the case's group. */
export function caseView(
  found: Case,
  flags: Flag[],
  decisions: Decision[],
  seatOf: (personId: string) => string | null,
): CaseView {
  const ref = (person: Person): PersonRef => personRef(person, seatOf(person.id));
  return {
    id: found.id,
    version: found.version,
    status: found.status,
    group: { id: found.group.id, name: found.group.name },
    subjectType: found.subjectType,
    subjectId: found.subjectId,
    author: personRef(found.author, found.authorSeat ?? null),
    text: found.text,
    writtenAt: found.writtenAt.toISOString(),
    openedAt: found.openedAt.toISOString(),
    claimedBy: found.claimedBy ? ref(found.claimedBy) : null,
    flags: flags.map(({ id, reporter, rule, reason, createdAt }) => ({
      id,
      reporter: ref(reporter),
      rule,
      reason,
      createdAt: createdAt.toISOString(),
    })),
    decisions: decisions.map(({ id, moderator, action, rule, reason, muteDays, createdAt }) => ({
      id,
      moderator: ref(moderator),
      action,
      rule,
      reason,
      muteDays,
      createdAt: createdAt.toISOString(),
    })),
  };
}
