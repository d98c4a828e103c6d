// New messages' words wait in a list before they go into the index: sorted in at once they cost a fraction of one by one, and those who
// speak do not wait for it. PostgreSQL would empty the list in the middle of somebody's insert, and let all wait for it; this does so beside.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { isOutage } from '../platform/outage.ts';
import { SearchPool } from './search.pool.ts';

/**
 * The list is read through by every search: at a few hundred messages a second it stays below a MiB. And what is sorted in at once is
 * waited for by who speaks meanwhile, where PostgreSQL has one core: a few milliseconds.
 */
const EVERY_MS = 3_000;

@Injectable()
export class PendingWords implements OnModuleInit, OnModuleDestroy {
  readonly #logger = new Logger('Search');
  #timer: NodeJS.Timeout | undefined;
  #sorting: Promise<unknown> | null = null;

  constructor(private readonly search: SearchPool) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => {
      this.#sorting ??= this.sortIn()
        .catch((error: unknown) => !isOutage(error) && this.#logger.warn((error as Error).message))
        .finally(() => (this.#sorting = null));
    }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sorting;
  }

  /** Puts what waits into the index; gives how many pages of the list that were. */
  async sortIn(): Promise<number> {
    const { rows } = await this.search.pool.query<{ pages: string }>(
      `select gin_clean_pending_list('message_words_index') as pages`,
    );
    return Number(rows[0]!.pages);
  }
}
