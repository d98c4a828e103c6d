// Who hears of a question: everyone of the commune, or of a private one its asker and the team.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ThreadView } from '../../shared/procedures.ts';
import { Group } from '../places/group.entity.ts';
import { room, type Events } from '../platform/events.ts';
import { Thread } from './thread.entity.ts';
import { findThreadViews } from './thread.queries.ts';

type ThreadEvent = 'thread.created' | 'thread.changed';

/** Tells of a thread as it now stands. To be called after the commit; who changed it has counted its `version` up. */
export async function publishThread(
  em: EntityManager,
  events: Events,
  threadId: string,
  name: ThreadEvent = 'thread.changed',
): Promise<void> {
  const fresh = em.fork();
  const thread = await fresh.findOneOrFail(Thread, threadId, { populate: ['procedure', 'asker', 'takenBy'] });
  const [view] = await findThreadViews(fresh, [thread]);
  const communeGroup = await fresh.findOneOrFail(Group, {
    commune: thread.procedure.commune.id,
    kind: 'commune',
  });
  publishThreadView(events, communeGroup.id, view!, name);
}

export function publishThreadView(
  events: Events,
  communeGroupId: string,
  view: ThreadView,
  name: ThreadEvent,
): void {
  const rooms = view.isPrivate
    ? [room.user(view.asker.id), room.desk(communeGroupId)]
    : [room.group(communeGroupId)];
  for (const one of rooms) events.publish(one, name, view);
}
