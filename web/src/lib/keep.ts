// What this device keeps beyond the shell's snapshot: unsent messages, the last ones of each channel, and the answers that pages
// open with. Without IndexedDB (a private window, a full disk) everything still works, until the page is closed.
import type { IDBPDatabase } from 'idb';
import { createContext } from 'svelte';
import type { MessagePage } from '../../../shared/messages.ts';
import { ApiError } from './api.ts';
import { openKept, type Kept } from './kept-database.ts';
import type { Pending } from './outbox-order.ts';

export class Keep {
  #database: Promise<IDBPDatabase<Kept> | null> | undefined;
  /** None on the server, which has such channels too, and would hold each one open. */
  readonly #windows =
    !import.meta.env.SSR && 'BroadcastChannel' in globalThis ? new BroadcastChannel('dinh-outbox') : null;

  /** Null where this device keeps nothing. */
  async pendings(personId: string): Promise<Pending[] | null> {
    const all = await this.use((database) => database.getAll('outbox'));
    return all?.filter((one) => one.personId === personId) ?? null;
  }

  async putPending(pending: Pending): Promise<void> {
    await this.use((database) => database.put('outbox', pending));
    this.#windows?.postMessage(null);
  }

  async dropPending({ clientId, files = [] }: Pick<Pending, 'clientId' | 'files'>): Promise<void> {
    await this.use((database) =>
      Promise.all([
        database.delete('outbox', clientId),
        ...files.map(({ id }) => database.delete('blobs', id)),
      ]),
    );
    this.#windows?.postMessage(null);
  }

  async putBlob(fileId: string, blob: Blob): Promise<void> {
    await this.use((database) => database.put('blobs', blob, fileId));
  }

  async blob(fileId: string): Promise<Blob | undefined> {
    return this.use((database) => database.get('blobs', fileId));
  }

  /** Hears that another window of this device changed what waits to be sent. Gives back how to stop. */
  onPendings(listener: () => void): () => void {
    this.#windows?.addEventListener('message', listener);
    return () => this.#windows?.removeEventListener('message', listener);
  }

  async page(personId: string, channelId: string): Promise<MessagePage | null> {
    return (await this.use((database) => database.get('pages', [personId, channelId]))) ?? null;
  }

  async putPage(personId: string, channelId: string, page: MessagePage): Promise<void> {
    await this.use((database) => database.put('pages', page, [personId, channelId]));
  }

  /** Asks, and keeps the answer; without a network, what was answered last. */
  async answer<T>(personId: string, name: string, ask: () => Promise<T>): Promise<T> {
    try {
      const fresh = await ask();
      void this.use((database) => database.put('answers', fresh, [personId, name]));
      return fresh;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'offline') throw error;
      const kept = await this.use((database) => database.get('answers', [personId, name]));
      if (kept === undefined) throw error;
      return kept as T;
    }
  }

  /** What was read, not what waits to be sent: that is its author's own. */
  async forgetRead(): Promise<void> {
    await this.use((database) =>
      Promise.all((['pages', 'answers', 'pictures'] as const).map((store) => database.clear(store))),
    );
  }

  /** For parts that are loaded when they are needed; undefined where this device keeps nothing. */
  async use<T>(act: (database: IDBPDatabase<Kept>) => Promise<T>): Promise<T | undefined> {
    try {
      const database = await (this.#database ??= this.#open());
      return database ? await act(database) : undefined;
    } catch {
      return undefined;
    }
  }

  async #open(): Promise<IDBPDatabase<Kept> | null> {
    try {
      const { openDB } = await import('idb');
      return await openKept(openDB, {
        // Signing out, here or in another window, deletes all of it: do not stand in the way.
        onUnwanted: (database) => {
          database.close();
          this.#database = Promise.resolve(null);
        },
        onLost: () => (this.#database = undefined),
      });
    } catch {
      return null;
    }
  }
}

export const [getKeep, setKeep] = createContext<Keep>();
