// All that the hub keeps of one person, as one archive: made while it is sent, so that a year of talk takes no memory.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Actor } from '../identity/actor.ts';
import { PeopleService } from '../identity/people.service.ts';
import { Session } from '../identity/session.entity.ts';
import { FileStore } from '../files/file.store.ts';
import { AppError } from '../platform/app-error.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { POOL } from '../platform/tokens.ts';
import { exportPage } from './export.page.ts';
import { readFiles, readRows, sections } from './export.queries.ts';

/** So long after the passphrase was given the archive may be fetched, once. */
const ALLOWED_MS = 5 * 60_000;

export interface Archive {
  name: string;
  stream: Readable;
}

@Injectable()
export class ExportService {
  constructor(
    private readonly em: EntityManager,
    private readonly people: PeopleService,
    private readonly limits: RateLimits,
    private readonly store: FileStore,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  /** After the passphrase, this device may fetch the archive: a download of the browser cannot carry the passphrase itself. */
  async allow(actor: Actor, passphrase: string): Promise<void> {
    await this.people.confirm(actor, passphrase);
    await this.limits.take('export', actor.personId);
    const exportUntil = new Date(Date.now() + ALLOWED_MS);
    await this.em.nativeUpdate(Session, { id: actor.sessionId }, { exportUntil });
  }

  async open({ personId, sessionId }: Actor): Promise<Archive> {
    const allowed = { id: sessionId, exportUntil: { $gt: new Date() } };
    const taken = await this.em.nativeUpdate(Session, allowed, { exportUntil: null });
    if (taken === 0) throw new AppError('forbidden');
    const zip = new yazl.ZipFile();
    const add = (name: string, text: AsyncIterable<string>) =>
      zip.addReadStream(Readable.from(text, { objectMode: false }), name);
    add('index.html', exportPage(this.pool, personId));
    for (const section of sections)
      add(`${section.name}.json`, jsonOf(readRows(this.pool, section, personId)));
    for (const { path, name } of await readFiles(this.pool, this.store, personId))
      zip.addFile(path, `files/${name}`, { compress: false });
    zip.end();
    const stream = zip.outputStream as Readable;
    // A file that is swept away meanwhile: the archive breaks off, and the browser says so.
    zip.on('error', (error) => stream.destroy(error as Error));
    return { name: `dinh-${new Date().toISOString().slice(0, 10)}.zip`, stream };
  }
}

async function* jsonOf(rows: AsyncIterable<object>): AsyncIterable<string> {
  let isFirst = true;
  for await (const row of rows) {
    yield `${isFirst ? '[\n' : ',\n'}${JSON.stringify(row)}`;
    isFirst = false;
  }
  yield isFirst ? '[]\n' : '\n]\n';
}
