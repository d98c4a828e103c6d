// Clears away what was uploaded and never sent.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs.ts';
import { FileStore } from './file.store.ts';

/** How many at a time. */
const SWEEP = 200;

@Injectable()
export class FileSweeper implements OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly store: FileStore,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('file.sweep', '25 * * * *', () => this.sweep());
  }

  /** Files of a day ago that no message carries. Their bytes go first: a row that is left is found again. */
  async sweep(): Promise<void> {
    for (;;) {
      const unsent = await this.em.execute<{ id: string }[]>(
        `select f.id from file f
         where f.created_at < now() - interval '1 day' and not exists (
           select 1 from message m where m.author_id = f.author_id and m.client_id = f.client_id
             and m.carried @> jsonb_build_object('files', jsonb_build_array(jsonb_build_object('id', f.id))))
         order by f.created_at limit ${SWEEP}`,
      );
      for (const { id } of unsent) {
        await this.store.remove(id);
        await this.em.execute('delete from file where id = ?', [id]);
      }
      if (unsent.length < SWEEP) return;
    }
  }
}
