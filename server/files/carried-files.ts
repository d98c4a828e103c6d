// The files that a message carries. Past the entities, because whoever speaks over a socket has no request context.
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { FileView } from '../../shared/files.ts';
import type { RosterAccess } from '../channels/roster.ts';
import { AppError } from '../platform/app-error.ts';
import { POOL } from '../platform/tokens.ts';

@Injectable()
export class CarriedFiles {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /** These files in this order; refused where one was not uploaded whole for this very message. */
  async of({ channel, person }: RosterAccess, clientId: string, ids: string[]): Promise<FileView[]> {
    const { rows } = await this.pool.query<FileView>({
      name: 'carried_files',
      text: `select id, kind, name, size, type, width, height, thumbhash, seconds, peaks from file
        where id = any($1::uuid[]) and channel_id = $2 and author_id = $3 and client_id = $4 and completed_at is not null`,
      values: [ids, channel.id, person.id, clientId],
    });
    const byId = new Map(rows.map((file) => [file.id, file]));
    if (byId.size < ids.length) throw new AppError('files_missing');
    return ids.map((id) => byId.get(id)!);
  }
}
