// The catalogue while its reader types: at once what the loaded list has, then what the server finds (it knows the keywords too).
import { ApiError, call } from '#lib/api.ts';
import type { ProcedureSummary } from '#shared/procedures.ts';
import { matchesFolded } from '#shared/vietnamese.ts';

const pause = 250;

export class CatalogueSearch {
  query = $state('');
  isSearching = $state(false);
  isOffline = $state(false);
  /** What the server found for `#answered`. */
  #found: ProcedureSummary[] = $state.raw([]);
  #answered = $state('');
  readonly #slug: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  constructor(slug: string, query: string, found: ProcedureSummary[]) {
    this.#slug = slug;
    this.adopt(query, found);
  }

  /** Takes what a load of the page brought. */
  adopt(query: string, found: ProcedureSummary[]) {
    this.stop();
    this.query = query;
    this.#answered = query;
    this.#found = found;
    this.isOffline = false;
  }

  shown = $derived(
    this.query.trim() === this.#answered
      ? this.#found
      : this.#found.filter(({ name, field, code }) => matchesFolded(`${name} ${field} ${code}`, this.query)),
  );

  type(query: string) {
    this.query = query;
    this.stop();
    if (query.trim() === this.#answered) return;
    this.isSearching = true;
    this.#timer = setTimeout(() => void this.#ask(), pause);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.isSearching = false;
  }

  async #ask() {
    const running = new AbortController();
    this.#running = running;
    const q = this.query.trim();
    try {
      const input = { params: { slug: this.#slug }, query: { q } };
      const found = await call('procedure.list', input, { signal: running.signal });
      if (running.signal.aborted) return;
      this.adopt(this.query, found);
      this.#answered = q;
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      this.isOffline = true;
      this.isSearching = false;
    }
  }
}
