// What was chosen to go with the next message: photos, made small at once, and files.
import { v7 as newId } from 'uuid';
import type { OutgoingFile } from '#lib/uploads.svelte.ts';
import { FILES_IN_MESSAGE } from '#shared/file-limits.ts';
import type { Picked } from './picked.ts';

export interface Chosen extends OutgoingFile {
  /** Of a photo, in this window. */
  url: string | null;
  isReady: boolean;
}

export class Attached {
  files: Chosen[] = $state.raw([]);
  /** How many times something was picked that is not looked at yet: words must not go without it. */
  #picking = $state(0);
  isReady = $derived(this.#picking === 0 && this.files.every(({ isReady }) => isReady));

  /** Adds what was picked, pasted or dropped; gives what there is to tell of what cannot go. Pictures go as files where that is asked for. */
  async add(files: File[], asFiles = false): Promise<string[]> {
    this.#picking += 1;
    const picked = await import('./picked.ts')
      .then(({ Picked }) => new Picked(files, FILES_IN_MESSAGE - this.files.length, asFiles))
      .finally(() => (this.#picking -= 1));
    const added = picked.good.map(({ file, isPhoto }) => ({ file, one: chosen(file, isPhoto) }));
    this.files = [...this.files, ...added.map(({ one }) => one)];
    for (const { one, file } of added) if (one.kind === 'photo') await this.#prepare(one, file, picked);
    return picked.words();
  }

  remove(id: string) {
    const gone = this.files.find((one) => one.id === id);
    if (gone?.url) URL.revokeObjectURL(gone.url);
    this.files = this.files.filter((one) => one !== gone);
  }

  /** Gives what goes along, and begins anew. */
  take(): OutgoingFile[] {
    const taken = this.files.map(({ url, isReady: _, ...file }) => {
      if (url) URL.revokeObjectURL(url);
      return file;
    });
    this.files = [];
    return taken;
  }

  async #prepare({ id }: Chosen, file: File, picked: Picked) {
    const { preparePhoto } = await import('#lib/prepare-photo.ts');
    const prepared = await preparePhoto(file);
    if (!this.files.some((one) => one.id === id)) return;
    const kind = picked.judge(file, prepared);
    if (!kind) return this.remove(id);
    // A picture that this browser cannot read may still be taken away as a file by those who can.
    if (!prepared) return this.#change(id, { kind, isReady: true });
    const { blob, width, height } = prepared;
    const url = URL.createObjectURL(blob);
    this.#change(id, { blob, width, height, url, size: blob.size, type: blob.type, isReady: true });
  }

  #change(id: string, change: Partial<Chosen>) {
    this.files = this.files.map((one) => (one.id === id ? { ...one, ...change } : one));
  }
}

const chosen = (file: File, isPhoto: boolean): Chosen => ({
  id: newId(),
  kind: isPhoto ? 'photo' : 'file',
  name: file.name.slice(-200) || 'file',
  size: file.size,
  type: file.type,
  width: null,
  height: null,
  seconds: null,
  peaks: null,
  blob: file,
  url: null,
  isReady: !isPhoto,
});
