// How long a question has waited for the team, pure.
import type { ThreadView } from '#shared/procedures.ts';

/** Since when the asker waits: since the first word that no official answer has followed. */
export function waitingSince({
  createdAt,
  posts,
  asker,
}: Pick<ThreadView, 'createdAt' | 'posts' | 'asker'>): string {
  const answered = posts.findLastIndex(({ isOfficial, removedAt }) => isOfficial && !removedAt);
  if (answered < 0) return createdAt;
  return posts.slice(answered + 1).find(({ author }) => author.id === asker.id)?.createdAt ?? createdAt;
}

/** What waits for the team: those that nobody has taken and those in work, oldest first. */
export function inQueue(threads: ThreadView[]): ThreadView[] {
  return threads
    .filter(({ status, removedAt }) => !removedAt && (status === 'open' || status === 'taken'))
    .toSorted((a, b) => waitingSince(a).localeCompare(waitingSince(b)));
}
