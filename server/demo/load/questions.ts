// The catalogue of procedures, and the questions about them.
import { randomUUID } from 'node:crypto';
import { foldedProcedure } from '../../procedures/procedure.search.ts';
import type { Rows } from '../rows.ts';
import type { SampleThread, SampleWard } from '../ward/sample.types.ts';
import type { SampleClock } from './clock.ts';
import { newIdAt } from './new-id.ts';
import type { Notifications } from './notifications.ts';
import type { Places } from './places.ts';

const TAKEN_AFTER = 20;
const SOLVED_AFTER = 5;

interface Catalogue {
  id: string;
  name: string;
}

export function buildQuestions(
  rows: Rows,
  ward: SampleWard,
  clock: SampleClock,
  places: Places,
  notifications: Notifications,
): void {
  const catalogue = new Map<string, Catalogue>();
  for (const body of ward.procedures) {
    const id = newIdAt(places.foundedAt);
    catalogue.set(body.code, { id, name: body.name });
    rows.add('procedure', {
      id,
      commune_id: places.communeId,
      code: body.code,
      name: body.name,
      body,
      folded: foldedProcedure(body),
      created_at: places.foundedAt,
    });
  }
  for (const thread of ward.threads) {
    const procedure = catalogue.get(thread.procedure);
    if (!procedure) throw new Error(`The sample question ${thread.key} is about no procedure.`);
    addThread(rows, thread, procedure, clock, places, notifications);
  }
}

function addThread(
  rows: Rows,
  thread: SampleThread,
  procedure: Catalogue,
  clock: SampleClock,
  places: Places,
  notifications: Notifications,
): void {
  const { asker, taker, posts, isSolved } = thread;
  const createdAt = clock.at(thread);
  const id = newIdAt(createdAt);
  const firstAnswer = posts.find(({ isOfficial }) => isOfficial);
  const answeredAt = firstAnswer ? clock.at(firstAnswer) : null;
  const lastPost = posts.at(-1);
  const solvedAt = isSolved ? clock.after(lastPost ? clock.at(lastPost) : createdAt, SOLVED_AFTER) : null;
  const tell = (
    person: string,
    kind: 'thread_taken' | 'thread_answered' | 'thread_replied',
    at: Date,
    by: string,
  ) =>
    notifications.tell(person, kind, at, {
      name: places.personName(by),
      procedure: procedure.name,
      href: `/app/questions/${id}`,
    });
  rows.add('thread', {
    id,
    procedure_id: procedure.id,
    asker_id: places.personId(asker),
    client_id: randomUUID(),
    question: thread.question,
    is_private: thread.isPrivate,
    status: isSolved ? 'solved' : answeredAt ? 'answered' : taker ? 'taken' : 'open',
    taken_by_id: taker ? places.personId(taker) : null,
    created_at: createdAt,
    answered_at: answeredAt,
    solved_at: solvedAt,
    removed_at: null,
    // Asked, and each change since.
    version: 1 + (taker ? 1 : 0) + posts.length + (isSolved ? 1 : 0),
  });
  if (taker) tell(asker, 'thread_taken', takenAt(createdAt, answeredAt, clock), taker);
  for (const { author, text, isOfficial, ...time } of posts) {
    const at = clock.at(time);
    rows.add('post', {
      id: newIdAt(at),
      thread_id: id,
      author_id: places.personId(author),
      client_id: randomUUID(),
      seat: isOfficial ? places.communeSeat(author) : null,
      text,
      is_official: isOfficial,
      created_at: at,
      removed_at: null,
    });
    if (isOfficial) tell(asker, 'thread_answered', at, author);
    else if (author !== asker) tell(asker, 'thread_replied', at, author);
    else if (taker) tell(taker, 'thread_replied', at, author);
  }
}

/** Some minutes after the question, and before it was answered. */
function takenAt(createdAt: Date, answeredAt: Date | null, clock: SampleClock): Date {
  const at = clock.after(createdAt, TAKEN_AFTER);
  return answeredAt && answeredAt < at ? answeredAt : at;
}
