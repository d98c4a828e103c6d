// The files of messages on their way: their bytes, how far each has come, and how they look meanwhile.
import { SvelteMap } from 'svelte/reactivity';
import { ApiError } from './api.ts';
import type { Keep } from './keep.ts';
import type { Pending, PendingFile } from './outbox-order.ts';

export interface OutgoingFile extends PendingFile {
  blob: Blob;
}

/** Of so many the bytes stay in memory: what was just sent need not be fetched to be shown. */
const MOST_HELD = 30;

export class Uploads {
  /** The part of each file that has arrived, 0 to 1. */
  readonly progress = new SvelteMap<string, number>();
  readonly #urls = new SvelteMap<string, string>();
  readonly #blobs = new Map<string, Blob>();
  readonly #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  async hold(files: OutgoingFile[]): Promise<void> {
    for (const { id, blob } of files) this.#show(id, blob);
    for (const { id, blob } of files) await this.#keep.putBlob(id, blob);
  }

  /** An address in this window for a file of a message on its way, or just sent; undefined where its bytes are not here. */
  url(fileId: string): string | undefined {
    return this.#urls.get(fileId);
  }

  /** Brings back what an earlier window left. */
  async adopt(pendings: Pending[]): Promise<void> {
    const missing = pendings.flatMap(({ files = [] }) => files).filter(({ id }) => !this.#blobs.has(id));
    for (const { id } of missing) {
      const blob = await this.#keep.blob(id);
      if (blob) this.#show(id, blob);
    }
  }

  /** Uploads all files of a message, one after another. Throws ApiError. */
  async upload(pending: Pending): Promise<void> {
    const { uploadFile } = await import('./uploading.ts').catch(() => {
      throw new ApiError('offline');
    });
    for (const file of pending.files ?? []) {
      const blob = this.#blobs.get(file.id) ?? (await this.#keep.blob(file.id));
      if (!blob) throw new ApiError('files_missing');
      await uploadFile(pending, file, blob, (part) => this.progress.set(file.id, part));
    }
  }

  #show(id: string, blob: Blob) {
    if (this.#blobs.has(id)) return;
    this.#blobs.set(id, blob);
    this.#urls.set(id, URL.createObjectURL(blob));
    const [oldest] = this.#blobs.keys();
    if (this.#blobs.size <= MOST_HELD || !oldest) return;
    URL.revokeObjectURL(this.#urls.get(oldest)!);
    this.#urls.delete(oldest);
    this.#blobs.delete(oldest);
    this.progress.delete(oldest);
  }
}
