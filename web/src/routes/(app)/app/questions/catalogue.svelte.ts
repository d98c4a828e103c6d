// The commune's procedures for whoever is about to ask: all of them once, then what matches, without regard to tone marks.
import { CatalogueSearch } from '../../../(public)/c/[slug]/procedures/search.svelte.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { ProcedureSummary } from '#shared/procedures.ts';

export class Catalogue {
  all: ProcedureSummary[] | null = $state.raw(null);
  error: unknown = $state.raw(null);
  readonly search: CatalogueSearch;
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
    this.search = new CatalogueSearch(hub.me.commune.slug, '', []);
  }

  async load(): Promise<void> {
    try {
      const params = { slug: this.#hub.me.commune.slug };
      this.all = await this.#hub.call('procedure.list', { params, query: { q: '' } });
      this.error = null;
      if (!this.search.query.trim()) this.search.adopt('', this.all);
    } catch (error) {
      this.error = error;
    }
  }
}
