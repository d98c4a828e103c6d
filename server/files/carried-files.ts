// The files that a message carries.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { FileView } from '../../shared/files.ts';
import type { RosterAccess } from '../channels/roster.ts';
import { AppError } from '../platform/app-error.ts';
import { File } from './file.entity.ts';
import { fileView } from './file.view.ts';

@Injectable()
export class CarriedFiles {
  constructor(private readonly em: EntityManager) {}

  /** These files in this order; refused where one was not uploaded whole for this very message. */
  async of({ channel, person }: RosterAccess, clientId: string, ids: string[]): Promise<FileView[]> {
    const files = await this.em.find(File, {
      id: { $in: ids },
      channel: channel.id,
      author: person.id,
      clientId,
      completedAt: { $ne: null },
    });
    const byId = new Map(files.map((file) => [file.id, fileView(file)]));
    if (byId.size < ids.length) throw new AppError('files_missing');
    return ids.map((id) => byId.get(id)!);
  }
}
