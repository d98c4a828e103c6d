// Who may have a file: whoever may read the channel of its message, as long as that stands.
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Roster } from '../channels/roster.ts';
import type { SentFile } from '../files/file.sending.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { POOL } from '../platform/tokens.ts';

@Injectable()
export class MessageFilesService {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly roster: Roster,
  ) {}

  /** The file, if the actor may read the message that carries it. */
  async access(actor: Actor, fileId: string): Promise<SentFile> {
    const { rows } = await this.pool.query<SentFile & { channel_id: string }>({
      name: 'message_file',
      text: `select f.object_id as "objectId", f.kind, f.name, f.type, m.channel_id
        from file f join message m on m.author_id = f.author_id and m.client_id = f.client_id
        where f.id = $1 and m.deleted_at is null and m.removed_at is null
          and m.carried @> jsonb_build_object('files', jsonb_build_array(jsonb_build_object('id', f.id)))`,
      values: [fileId],
    });
    const [found] = rows;
    if (!found) throw new AppError('not_found');
    await this.roster.access(actor, found.channel_id);
    return found;
  }
}
