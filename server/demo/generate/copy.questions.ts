// The catalogue of the sample ward and a year of questions about it, as rows.
import { foldedProcedure } from '../../procedures/procedure.search.ts';
import { songCau } from '../ward/ward.ts';
import type { Making } from './making.ts';
import { makeThreads, type MadePost } from './questions.ts';

export async function copyQuestions(making: Making): Promise<void> {
  const { copier, communeId, plan, days, random, ids, foundedAt } = making;
  const catalogue = songCau.procedures.map((body) => ({ id: ids.at(foundedAt.getTime()), body }));
  await copier.copy(
    'procedure',
    catalogue.map(({ id, body }) => ({
      id,
      commune_id: communeId,
      code: body.code,
      name: body.name,
      body,
      folded: foldedProcedure(body),
      created_at: foundedAt,
    })),
  );
  // Posts are kept until their threads are in: a few for every question, as many as a ward asks in a year.
  const posts: (MadePost & { threadId: string })[] = [];
  const threads = function* () {
    for (const thread of makeThreads(plan, catalogue, days, random, ids)) {
      posts.push(...thread.posts.map((post) => ({ ...post, threadId: thread.id })));
      yield {
        id: thread.id,
        procedure_id: thread.procedure.id,
        asker_id: thread.asker.id,
        client_id: thread.clientId,
        question: thread.question,
        is_private: thread.isPrivate,
        status: thread.status,
        taken_by_id: thread.takenBy?.id ?? null,
        created_at: new Date(thread.createdAt),
        answered_at: thread.answeredAt && new Date(thread.answeredAt),
        solved_at: thread.solvedAt && new Date(thread.solvedAt),
        version: thread.version,
      };
    }
  };
  await copier.copy('thread', threads());
  await copier.copy(
    'post',
    posts.map(({ id, threadId, author, clientId, seat, text, isOfficial, at }) => ({
      id,
      thread_id: threadId,
      author_id: author.id,
      client_id: clientId,
      seat,
      text,
      is_official: isOfficial,
      created_at: new Date(at),
    })),
  );
}
