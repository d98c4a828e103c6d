import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ThreadQuery, ThreadView } from '../../shared/procedures.ts';
import { Post } from './post.entity.ts';
import { Thread } from './thread.entity.ts';
import { threadView } from './thread.view.ts';

const LIST_LIMIT = 200;

interface ThreadReader {
  personId: string;
  communeId: string;
  isTeam: boolean;
}

/**
 * The threads of a list that this reader may see. Of removed ones only one's own stay, without their question, so that the asker
 * knows what became of it.
 */
export async function findThreads(
  em: EntityManager,
  { personId, communeId, isTeam }: ThreadReader,
  { view, procedureId }: ThreadQuery,
): Promise<Thread[]> {
  const lists: Record<ThreadQuery['view'], FilterQuery<Thread>> = {
    queue: { status: { $in: ['open', 'taken'] }, removedAt: null },
    mine: { asker: personId },
    all: { $or: [{ asker: personId }, { removedAt: null, ...(!isTeam && { isPrivate: false }) }] },
  };
  const direction = view === 'queue' ? 'asc' : 'desc';
  return em.find(
    Thread,
    {
      $and: [{ procedure: { commune: communeId, ...(procedureId && { id: procedureId }) } }, lists[view]],
    },
    {
      populate: ['procedure', 'asker', 'takenBy'],
      strategy: 'select-in', // a joined procedure would bring its long body once for each thread
      orderBy: { createdAt: direction, id: direction },
      limit: LIST_LIMIT,
    },
  );
}

/** The views of threads, with the posts of all of them in one query. */
export async function findThreadViews(em: EntityManager, threads: Thread[]): Promise<ThreadView[]> {
  if (threads.length === 0) return [];
  const posts = await em.find(
    Post,
    { thread: { $in: threads.map(({ id }) => id) } },
    { populate: ['author'], orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  const postsOf = Map.groupBy(posts, ({ thread }) => thread.id);
  return threads.map((thread) => threadView(thread, postsOf.get(thread.id) ?? []));
}
