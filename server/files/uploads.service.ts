// Files on their way in: announced, sent piece by piece, and taken once they are whole and what they shall be.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { FILE_BYTES, PIECE_BYTES } from '../../shared/file-limits.ts';
import type { FileCreate, FileUpload } from '../../shared/files.ts';
import type { z } from 'zod';
import { Channel } from '../channels/channel.entity.ts';
import { Roster } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { lockName } from '../places/place.lock.ts';
import { AppError } from '../platform/app-error.ts';
import { atMost } from './bound.ts';
import { File } from './file.entity.ts';
import { FileStore } from './file.store.ts';
import { fileView } from './file.view.ts';
import { Intake } from './intake.ts';

/** What one person may upload in a day. */
const FILES_A_DAY = 300;
const BYTES_A_DAY = 500 * 1024 * 1024;

export interface Piece {
  offset: number;
  /** As announced; 0 where it is not. */
  length: number;
  bytes: Readable;
}

@Injectable()
export class UploadsService {
  constructor(
    private readonly em: EntityManager,
    private readonly roster: Roster,
    private readonly store: FileStore,
    private readonly intake: Intake,
  ) {}

  /** Announces a file; a repeat tells how much of it has arrived, from where its sender goes on. */
  async create(actor: Actor, channelId: string, given: z.output<typeof FileCreate>): Promise<FileUpload> {
    await this.roster.access(actor, channelId, 'message.send');
    if (given.size > FILE_BYTES[given.kind]) throw new AppError('payload_too_large');
    const known = await this.em.findOne(File, given.id);
    if (known) return this.#state(own(known, actor));
    await this.em.transactional(async (em) => {
      // One after another: each counts what the one before announced.
      await lockName(em, `files:${actor.personId}`);
      await keepQuota(em, actor, given.size);
      const of = {
        objectId: given.id,
        channel: em.getReference(Channel, channelId),
        author: em.getReference(Person, actor.personId),
        createdAt: new Date(),
      };
      em.persist(em.create(File, { ...given, ...of }));
    });
    return { offset: 0, file: null };
  }

  /** Takes the next piece. With the last one the file is looked at, and kept or refused. */
  async append(actor: Actor, fileId: string, { offset, length, bytes }: Piece): Promise<FileUpload> {
    const file = await this.em.findOne(File, fileId);
    if (!file) throw new AppError('not_found');
    const { id, size, completedAt } = own(file, actor);
    if (completedAt) return this.#state(file);
    if (offset !== (await this.store.arrived(id)) || offset > size) throw new AppError('conflict');
    const most = Math.min(PIECE_BYTES, size - offset);
    if (length > most) throw new AppError('payload_too_large');
    try {
      await this.store.append(id, offset, bytes, atMost(most));
    } catch (error) {
      // Where the network broke nobody hears this, and what came is kept.
      throw bytes.errored && !(error instanceof AppError) ? new AppError('bad_request') : error;
    }
    if ((await this.store.arrived(id)) < size) return this.#state(file);
    return { offset: size, file: fileView(await this.intake.take(file)) };
  }

  async #state(file: File): Promise<FileUpload> {
    if (file.completedAt) return { offset: file.size, file: fileView(file) };
    return { offset: await this.store.arrived(file.id), file: null };
  }
}

async function keepQuota(em: EntityManager, { personId }: Actor, size: number): Promise<void> {
  const [{ count, bytes }] = await em.execute<[{ count: number; bytes: number }]>(
    `select count(*)::int as count, coalesce(sum(size), 0)::float8 as bytes from file
     where author_id = ? and object_id = id and created_at > now() - interval '1 day'`,
    [personId],
  );
  if (count >= FILES_A_DAY || bytes + size > BYTES_A_DAY) throw new AppError('quota_reached');
}

/** Whose file it is not, for them there is none. */
function own(file: File, { personId }: Actor): File {
  if (file.author.id !== personId) throw new AppError('not_found');
  return file;
}
