// A search while it is typed: the answer to the last query that could be read, and what is wrong with one that cannot.
import { ApiError } from '#lib/api.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { Found } from '#shared/found.ts';
import { readSearch, type SearchProblem } from '#shared/search.ts';

const PAUSE_MS = 350;

export class Finder {
  query = $state('');
  found: Found | null = $state.raw(null);
  /** What `found` answers. */
  answered = $state('');
  isSearching = $state(false);
  trouble: unknown = $state.raw(null);
  /** Told once the typing has paused: nobody is corrected in the middle of a word. */
  problem: SearchProblem | null = $state.raw(null);
  readonly #hub: Hub;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #searches = 0;

  constructor(hub: Hub, query: string) {
    this.#hub = hub;
    this.query = query;
  }

  count = $derived(
    this.found
      ? this.found.notices.length +
          this.found.procedures.length +
          this.found.threads.length +
          this.found.messages.length
      : 0,
  );

  /** `look` is called once the typing has paused. */
  type(query: string, look: () => void) {
    this.query = query;
    this.stop();
    this.isSearching = query.trim() !== '';
    this.problem = null;
    // What failed was another query: it is not tried again by itself in the middle of a word.
    this.trouble = null;
    this.#timer = setTimeout(look, PAUSE_MS);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#searches += 1;
    this.isSearching = false;
  }

  async search(): Promise<void> {
    this.stop();
    const query = this.query.trim();
    if (!query) return this.#clear();
    const read = readSearch(query);
    this.problem = 'problem' in read ? read.problem : null;
    if (this.problem) return;
    const search = this.#searches;
    this.isSearching = true;
    try {
      const found = await this.#hub.call('search.find', { query: { q: query } });
      if (search !== this.#searches) return;
      this.found = found;
      this.answered = query;
      this.trouble = null;
    } catch (error) {
      if (search !== this.#searches) return;
      if (!(error instanceof ApiError)) throw error;
      this.trouble = error;
    } finally {
      if (search === this.#searches) this.isSearching = false;
    }
  }

  #clear() {
    this.found = null;
    this.answered = '';
    this.trouble = null;
    this.problem = null;
  }
}
