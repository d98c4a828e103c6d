// Who hears of a case: those who decide cases of its group, but nobody of one about themselves.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseView } from '../../shared/moderation.ts';
import { permissionsOf, roles } from '../../shared/permissions.ts';
import { Membership } from '../places/membership.entity.ts';
import { room, type Events } from '../platform/events.ts';

/** Of a person the case is told to each moderator by themselves: the one who is reported may be one of them. */
export async function tellOfCase(
  em: EntityManager,
  events: Events,
  name: 'case.opened' | 'case.changed',
  view: CaseView,
): Promise<void> {
  if (view.subjectType !== 'person') return events.publish(room.cases(view.group.id), name, view);
  const moderators = await em.find(Membership, {
    group: view.group.id,
    status: 'active',
    role: { $in: deciders },
    person: { $ne: view.subjectId },
  });
  for (const { person } of moderators) events.publish(room.user(person.id), name, view);
}

/** Cases about people are the commune's own. */
const deciders = roles.filter((communeRole) =>
  permissionsOf({ groupRole: null, communeRole, isCommune: true }, new Date()).has('case.decide'),
);
