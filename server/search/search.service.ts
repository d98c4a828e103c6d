// One search over all that a person may read: notices, procedures, answered questions, talk.
import { Injectable } from '@nestjs/common';
import type { Found } from '../../shared/found.ts';
import { readSearch } from '../../shared/search.ts';
import { Roster } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { foundMessage, foundNotice, foundProcedure, foundThread } from './found.view.ts';
import { findNotices, findProcedures, findThreads } from './papers.queries.ts';
import { SearchPool } from './search.pool.ts';
import { placesIn, readScope } from './search.scope.ts';
import { readWords } from './search.words.ts';
import { findTalk } from './talk.queries.ts';

/** So much talk is shown; who looks for more says more exactly what, or from when. */
const TALK_LIMIT = 20;

@Injectable()
export class SearchService {
  constructor(
    private readonly roster: Roster,
    private readonly limits: RateLimits,
    private readonly connections: SearchPool,
  ) {}

  async find(actor: Actor, query: string): Promise<Found> {
    const plan = readSearch(query);
    if ('problem' in plan)
      throw new AppError('bad_request', { issues: [{ path: 'q', message: plan.problem.kind }] });
    await this.limits.take('search', actor.personId);
    const entry = await this.roster.find(actor.personId);
    if (!entry) throw new AppError('not_found');
    const { pool } = this.connections;
    const [scope, words] = await Promise.all([readScope(pool, entry), readWords(pool, plan)]);
    const places = placesIn(scope.places, plan.filters);
    const channelIds = places.map(({ channel }) => channel.id);
    const [notices, procedures, threads, talk] = await Promise.all([
      findNotices(pool, scope, plan, words),
      findProcedures(pool, scope, plan, words),
      findThreads(pool, scope, plan, words),
      findTalk(pool, { channelIds, words, filters: plan.filters, limit: TALK_LIMIT + 1 }),
    ]);
    const placeOf = new Map(places.map((place) => [place.channel.id, place]));
    return {
      notices: notices.map((row) => foundNotice(row, plan)),
      procedures: procedures.map((row) => foundProcedure(row, plan)),
      threads: threads.map((row) => foundThread(row, plan)),
      messages: talk
        .slice(0, TALK_LIMIT)
        .map((row) => foundMessage(row, placeOf.get(row.parent_id ?? row.channel_id)!, plan)),
      hasMore: talk.length > TALK_LIMIT,
    };
  }
}
