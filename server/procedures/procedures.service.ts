// The catalogue of administrative procedures, open to everyone.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ProcedureSummary, ProcedureView } from '../../shared/procedures.ts';
import { Commune } from '../places/commune.entity.ts';
import { AppError } from '../platform/app-error.ts';
import { Procedure } from './procedure.entity.ts';
import { rankProcedure, searchWords } from './procedure.search.ts';
import { procedureView } from './procedure.view.ts';

@Injectable()
export class ProceduresService {
  constructor(private readonly em: EntityManager) {}

  /** Those in which each word of `query` occurs, the best first; all of them by name for an empty query. */
  async list(slug: string, query: string): Promise<ProcedureSummary[]> {
    const commune = await this.#commune(slug);
    const words = searchWords(query);
    // A word of letters, digits and dots holds nothing that LIKE would read as a pattern.
    const found = await this.em.execute<ProcedureSummary[]>(
      `select id, code, name, body ->> 'field' as field,
              coalesce(body -> 'channels' -> 0 ->> 'timeLimit', '') as "timeLimit"
         from procedure
        where commune_id = ? ${words.map(() => 'and folded like ?').join(' ')}`,
      [commune.id, ...words.map((word) => `%${word}%`)],
    );
    const { compare } = new Intl.Collator('vi', { numeric: true });
    return found
      .map((entry) => ({ entry, rank: words.length > 0 ? rankProcedure(entry, query) : 0 }))
      .toSorted((a, b) => a.rank - b.rank || compare(a.entry.name, b.entry.name))
      .map(({ entry }) => entry);
  }

  async get(slug: string, code: string): Promise<ProcedureView> {
    const commune = await this.#commune(slug);
    const procedure = await this.em.findOne(Procedure, { commune, code });
    if (!procedure) throw new AppError('not_found');
    return procedureView(procedure, commune.portalTemplate ?? null);
  }

  async #commune(slug: string): Promise<Commune> {
    const commune = await this.em.findOne(Commune, { slug });
    if (!commune) throw new AppError('not_found');
    return commune;
  }
}
