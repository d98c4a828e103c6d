// The folder of files: pieces that arrive, and what is kept. A file is there whole or not at all, whatever fails meanwhile.
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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
    const aside = `${path}.${randomUUID()}.new`;
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

  /** What has arrived, where no piece that is still under way can be written into it: so what is looked at there is what is kept. */
  async setAside(id: string): Promise<{ path: string; size: number }> {
    const path = `${this.partPath(id)}.${randomUUID()}`;
    await copyFile(this.partPath(id), path, constants.COPYFILE_FICLONE);
    return { path, size: (await stat(path)).size };
  }

  /** Keeps what was set aside as it is. */
  async keepAside(aside: string, id: string): Promise<void> {
    const path = await this.#placeOf(id, 'whole');
    const file = await open(aside, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
    await syncFolder(dirname(path));
  }

  /** Nothing of what has arrived stays, nor of what was set aside. */
  async dropArrived(id: string): Promise<void> {
    const arriving = dirname(this.partPath(id));
    const names = await readdir(arriving).catch(() => []);
    const its = names.filter((name) => name.startsWith(basename(this.partPath(id))));
    await Promise.all(its.map((name) => rm(join(arriving, name), { force: true })));
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
