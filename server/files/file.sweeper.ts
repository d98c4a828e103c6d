// Clears away files without a message: what was never sent, and what was taken back or removed, unless it is evidence.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs.ts';
import { FileStore } from './file.store.ts';

/** How many at a time. */
const SWEEP = 200;

interface Unneeded {
  id: string;
  object_id: string;
}

@Injectable()
export class FileSweeper implements OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly store: FileStore,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    // At night: every file is looked at.
    this.jobs.every('file.sweep', '25 3 * * *', () => this.sweep());
  }

  /**
   * Files of a day ago whose message is not there, or is gone since a day. What a case is about stays as long as the case does: of what
   * is gone, moderators see that and nothing else.
   */
  async sweep(): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const unneeded = await this.em.execute<Unneeded[]>(
        `select f.id, f.object_id from file f
         where f.id > ? and f.created_at < now() - interval '1 day' and not exists (
           select 1 from message m where m.author_id = f.author_id and m.client_id = f.client_id
             and m.carried @> jsonb_build_object('files', jsonb_build_array(jsonb_build_object('id', f.id)))
             and (coalesce(m.deleted_at, m.removed_at, 'infinity') > now() - interval '1 day' or exists (
               select 1 from moderation_case c where c.subject_type = 'message' and c.subject_id = m.id)))
         order by f.id limit ${SWEEP}`,
        [after],
      );
      for (const one of unneeded) await this.#forget(one);
      if (unneeded.length < SWEEP) return;
      after = unneeded.at(-1)!.id;
    }
  }

  /** The bytes go with the last row that leads to them, and before it: a row that is left is found again. */
  async #forget({ id, object_id: objectId }: Unneeded): Promise<void> {
    await this.em.transactional(async (em) => {
      // Whoever passes one of these on holds its row: we wait for them, and then see what they made of it.
      await em.execute('select 1 from file where object_id = ? for update', [objectId]);
      const others = await em.execute<object[]>('select 1 from file where object_id = ? and id <> ?', [
        objectId,
        id,
      ]);
      if (others.length === 0) await this.store.remove(objectId);
      await em.execute('delete from file where id = ?', [id]);
    });
  }
}
