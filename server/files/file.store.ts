// The folder of files: pieces that arrive, and what is kept. A file is there whole or not at all, whatever fails meanwhile.
import { Inject, Injectable } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileForm } from '../../shared/files.ts';
import type { Config } from '../platform/config.ts';
import { CONFIG } from '../platform/tokens.ts';

@Injectable()
export class FileStore {
  readonly #folder: string;

  constructor(@Inject(CONFIG) { filesDir }: Config) {
    this.#folder = filesDir;
  }

  /** Where the pieces of a file come together. */
  partPath(id: string): string {
    return join(this.#folder, 'arriving', id);
  }

  /** Where a file is kept. Folders by the end of the id, which is random: none grows too large. */
  path(id: string, form: FileForm): string {
    return join(this.#folder, 'kept', id.slice(-2), `${id}.${form}`);
  }

  /** How many bytes have arrived. */
  async arrived(id: string): Promise<number> {
    try {
      return (await stat(this.partPath(id))).size;
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return 0;
      throw error;
    }
  }

  /** Writes what comes from this place on. When the stream breaks, what has come stays; then it throws. */
  async append(id: string, offset: number, piece: Readable, bound: Transform): Promise<void> {
    const path = this.partPath(id);
    await mkdir(dirname(path), { recursive: true });
    // At its place, not at the end: of two windows that send the same piece, neither doubles it.
    const flags = offset === 0 ? 'w' : 'r+';
    await pipeline(piece, bound, createWriteStream(path, { flags, start: offset }));
  }

  /** Keeps bytes under this form: written aside, on the disk for certain, and only then given the name. */
  async keep(id: string, form: FileForm, bytes: Buffer): Promise<void> {
    const path = await this.#placeOf(id, form);
    const aside = `${path}.${process.pid}.new`;
    const file = await open(aside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
    await syncFolder(dirname(path));
  }

  /** Keeps what has arrived as it is. */
  async keepArrived(id: string): Promise<void> {
    const path = await this.#placeOf(id, 'whole');
    const file = await open(this.partPath(id), 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(this.partPath(id), path);
    await syncFolder(dirname(path));
  }

  async dropArrived(id: string): Promise<void> {
    await rm(this.partPath(id), { force: true });
  }

  /** Nothing of it stays. */
  async remove(id: string): Promise<void> {
    await this.dropArrived(id);
    for (const form of FileForm.options) await rm(this.path(id, form), { force: true });
  }

  async #placeOf(id: string, form: FileForm): Promise<string> {
    const path = this.path(id, form);
    await mkdir(dirname(path), { recursive: true });
    return path;
  }
}

/** A new name is on the disk for certain only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
