import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { giveUpSilent } from '../platform/database.ts';
import { POOL } from '../platform/tokens.ts';

/** So many statements of searches run at once; the others wait, and not those who speak. */
const CONNECTIONS = 2;

/**
 * Connections of the search's own: many who search at once must not hold up the writer of messages, and each search is planned for its
 * own words.
 */
@Injectable()
export class SearchPool implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(@Inject(POOL) shared: pg.Pool) {
    this.pool = new pg.Pool({ ...shared.options, options: undefined, max: CONNECTIONS });
    this.pool.on('error', () => undefined); // a lost idle connection is replaced at the next use
    giveUpSilent(this.pool);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
