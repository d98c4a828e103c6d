// A file that has arrived whole: what it is, and how it is kept.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { AppError } from '../platform/app-error.ts';
import { File } from './file.entity.ts';
import { FileStore } from './file.store.ts';
import { sniff, trueName } from './file.types.ts';
import { makePhoto } from './images.ts';

@Injectable()
export class Intake {
  /** One file is taken once, even if its last piece comes twice; and one after another, since pictures take memory. */
  readonly #taking = new Map<string, Promise<File>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly em: EntityManager,
    private readonly store: FileStore,
  ) {}

  /** The file with what it turned out to be; `file_refused` where it may not be kept, and then nothing of it is. */
  take(file: File): Promise<File> {
    const running = this.#taking.get(file.id);
    if (running) return running;
    const taking = this.#turn.then(() => this.#take(file)).finally(() => this.#taking.delete(file.id));
    this.#turn = taking.catch(() => undefined);
    this.#taking.set(file.id, taking);
    return taking;
  }

  async #take(file: File): Promise<File> {
    const { path, size } = await this.store.setAside(file.id);
    if (size !== file.size) throw new AppError('conflict'); // a piece that came late has begun it anew
    const found = await sniff(path, file.kind);
    if (!found) return this.#refuse(file);
    if (file.kind === 'photo') {
      const photo = await makePhoto(path).catch(() => null);
      if (!photo) return this.#refuse(file);
      await this.store.keep(file.id, 'small', photo.small);
      await this.store.keep(file.id, 'large', photo.large);
      const { width, height, thumbhash } = photo;
      const name = `${file.name.replace(/\.\w{1,5}$/, '')}.webp`;
      Object.assign(file, { name, width, height, thumbhash, type: 'image/webp', size: photo.large.length });
    } else {
      Object.assign(file, { name: trueName(file.name, found), type: found.type });
      await this.store.keepAside(path, file.id);
    }
    await this.store.dropArrived(file.id);
    file.completedAt = new Date();
    await this.em.flush();
    return file;
  }

  async #refuse(file: File): Promise<never> {
    await this.em.remove(file).flush();
    await this.store.remove(file.id);
    throw new AppError('file_refused');
  }
}
