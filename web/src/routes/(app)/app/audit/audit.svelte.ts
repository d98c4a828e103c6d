// The audit log, newest first, read a hundred at a time.
import type { Hub } from '#lib/hub.svelte.ts';
import { dayOf } from '#lib/time.ts';
import type { AuditEntry } from '#shared/moderation.ts';

const PAGE = 100;

export class Audit {
  entries: AuditEntry[] | null = $state.raw(null);
  trouble: unknown = $state.raw(null);
  isLoading = $state(false);
  hasMore = $state(false);
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  days = $derived([...Map.groupBy(this.entries ?? [], ({ createdAt }) => dayOf(createdAt))]);

  async more(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    try {
      const before = this.entries?.at(-1)?.id;
      const page = await this.#hub.call('audit.list', { query: before ? { before } : {} });
      this.entries = [...(this.entries ?? []), ...page];
      this.hasMore = page.length === PAGE;
      this.trouble = null;
    } catch (error) {
      this.trouble = error;
    } finally {
      this.isLoading = false;
    }
  }

  /** Brings what was written since; where that is more than a page, starts over. */
  async refresh(): Promise<void> {
    if (!this.entries) return this.more();
    try {
      const page = await this.#hub.call('audit.list', { query: {} });
      const known = new Set(this.entries.map(({ id }) => id));
      const fresh = page.filter(({ id }) => !known.has(id));
      if (fresh.length === PAGE) {
        this.entries = page;
        this.hasMore = true;
      } else this.entries = [...fresh, ...this.entries];
    } catch {
      // What was read stands; the next connection tries again.
    }
  }
}
