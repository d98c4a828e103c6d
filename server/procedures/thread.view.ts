import type { PostView, ThreadView } from '../../shared/procedures.ts';
import { personRef } from '../identity/person.view.ts';
import type { Post } from './post.entity.ts';
import type { Thread } from './thread.entity.ts';

/** A post; `author` must be populated. A removed one has no text any more. */
function postView({ id, author, seat, text, isOfficial, createdAt, removedAt }: Post): PostView {
  return {
    id,
    author: personRef(author, isOfficial ? (seat ?? null) : null),
    text: removedAt ? '' : text,
    isOfficial,
    createdAt: createdAt.toISOString(),
    removedAt: removedAt?.toISOString() ?? null,
  };
}

/** A thread with its posts in order; `procedure`, `asker`, `takenBy` and the posts' authors must be populated. */
export function threadView(thread: Thread, posts: Post[]): ThreadView {
  const { id, version, procedure, asker, isPrivate, status, takenBy, removedAt } = thread;
  return {
    id,
    version,
    procedure: { id: procedure.id, code: procedure.code, name: procedure.name },
    asker: personRef(asker),
    question: removedAt ? '' : thread.question,
    isPrivate,
    status,
    takenBy: takenBy ? personRef(takenBy) : null,
    createdAt: thread.createdAt.toISOString(),
    answeredAt: thread.answeredAt?.toISOString() ?? null,
    solvedAt: thread.solvedAt?.toISOString() ?? null,
    removedAt: removedAt?.toISOString() ?? null,
    posts: posts.map(postView),
  };
}
