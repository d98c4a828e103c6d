// The files that a message carries. Past the entities, because whoever speaks over a socket has no request context.
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { FileView } from '../../shared/files.ts';
import type { RosterAccess } from '../channels/roster.ts';
import { AppError } from '../platform/app-error.ts';
import { newId } from '../platform/id.ts';
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
    return ids.map((id) => {
      const file = byId.get(id);
      if (!file) throw new AppError('files_missing');
      return file;
    });
  }

  /**
   * The same files for another message, which a repeat of it makes anew: what is left over is swept away. That the row they are made
   * from is held keeps the sweeper from their bytes.
   */
  async copy(
    { channel, person }: Pick<RosterAccess, 'channel' | 'person'>,
    clientId: string,
    files: FileView[],
  ): Promise<FileView[]> {
    const copies = files.map((file) => ({ ...file, id: newId() }));
    const { rowCount } = await this.pool.query({
      name: 'copy_files',
      text: `insert into file (id, object_id, channel_id, author_id, client_id, kind, name, size, type, width, height, thumbhash,
          seconds, peaks, created_at, completed_at)
        select n.id, f.object_id, $3, $4, $5, f.kind, f.name, f.size, f.type, f.width, f.height, f.thumbhash, f.seconds, f.peaks,
          clock_timestamp(), clock_timestamp()
        from unnest($1::uuid[], $2::uuid[]) as n(id, of_id) join file f on f.id = n.of_id for key share of f`,
      values: [copies.map(({ id }) => id), files.map(({ id }) => id), channel.id, person.id, clientId],
    });
    if (rowCount !== files.length) throw new AppError('not_found');
    return copies;
  }
}
