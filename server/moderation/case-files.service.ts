// Files for moderators: those of the message that a case is about, also where it was taken back, and of what stands around it.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { SentFile } from '../files/file.sending.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { accessCase } from './case.access.ts';
import { AROUND } from './case.queries.ts';

@Injectable()
export class CaseFilesService {
  constructor(private readonly em: EntityManager) {}

  async access(actor: Actor, caseId: string, fileId: string): Promise<SentFile> {
    const { case: found } = await accessCase(this.em, actor, caseId);
    if (found.subjectType !== 'message') throw new AppError('not_found');
    const [file] = await this.em.execute<SentFile[]>(
      `select f.object_id as "objectId", f.kind, f.name, f.type from message s
       join message m on m.channel_id = s.channel_id and m.seq between s.seq - ${AROUND} and s.seq + ${AROUND}
       join file f on f.author_id = m.author_id and f.client_id = m.client_id
       where s.id = ? and f.id = ? and (m.id = s.id or (m.deleted_at is null and m.removed_at is null))
         and m.carried @> jsonb_build_object('files', jsonb_build_array(jsonb_build_object('id', f.id)))`,
      [found.subjectId, fileId],
    );
    if (!file) throw new AppError('not_found');
    return file;
  }
}
