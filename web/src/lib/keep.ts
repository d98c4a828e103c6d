// What this device keeps beyond the shell's snapshot: unsent messages, the last ones of each channel, and the answers that pages
// open with. Without IndexedDB (a private window, a full disk) everything still works, until the page is closed.
import type { IDBPDatabase } from 'idb';
import { createContext } from 'svelte';
import type { ChannelView } from '../../../shared/channels.ts';
import type { MessagePage } from '../../../shared/messages.ts';
import { ApiError } from './api.ts';
import { openKept, type Kept } from './kept-database.ts';
import type { Pending } from './outbox-order.ts';

export class Keep {
  #database: Promise<IDBPDatabase<Kept> | null> | undefined;
  /** The session has ended: what was still being read then is not written down any more. */
  #isOver = false;
  /** Messages that were heard to be gone: what is still being loaded of them is not kept. */
  readonly gone = new Set<string>();
  /** None on the server, which has such channels too, and would hold each one open. */
  readonly #windows =
    !import.meta.env.SSR && 'BroadcastChannel' in globalThis ? new BroadcastChannel('dinh-outbox') : null;

  /** Null where this device keeps nothing. */
  async pendings(personId: string): Promise<Pending[] | null> {
    const all = await this.use((database) => database.getAll('outbox'));
    return all?.filter((one) => one.personId === personId) ?? null;
  }

  /** Tells whether this device has it now. */
  async putPending(pending: Pending): Promise<boolean> {
    const key = await this.use((database) => database.put('outbox', pending));
    this.#windows?.postMessage(null);
    return key !== undefined;
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

  async putPage(
    personId: string,
    channel: Pick<ChannelView, 'id' | 'topic'>,
    page: MessagePage,
  ): Promise<void> {
    // Read before it was heard that words of it are gone.
    if (page.messages.some((one) => this.gone.has(one.id) && one.text)) return;
    const kept = { ...page, rootId: rootIdOf(channel) };
    await this.note((database) => database.put('pages', kept, [personId, channel.id]));
  }

  /** Asks, and keeps the answer; without a network, what was answered last. */
  async answer<T>(personId: string, name: string, ask: () => Promise<T>): Promise<T> {
    try {
      const fresh = await ask();
      void this.note((database) => database.put('answers', fresh, [personId, name]));
      return fresh;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'offline') throw error;
      const kept = await this.use((database) => database.get('answers', [personId, name]));
      if (kept === undefined) throw error;
      return kept as T;
    }
  }

  /** For good what was read; not what waits to be sent: that is its author's own. */
  async forgetRead(): Promise<void> {
    this.#isOver = true;
    await this.use((database) =>
      Promise.all((['pages', 'answers', 'pictures'] as const).map((store) => database.clear(store))),
    );
  }

  /** From now on nothing is read or written here. */
  close() {
    const opened = this.#database;
    this.#database = Promise.resolve(null);
    void opened?.then((database) => database?.close());
  }

  /** Writes down what was read. */
  async note(act: (database: IDBPDatabase<Kept>) => Promise<unknown>): Promise<void> {
    await this.use(async (database) => this.#isOver || act(database));
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

/** The channel by whose rights this one is read. */
export const rootIdOf = ({ id, topic }: Pick<ChannelView, 'id' | 'topic'>) => topic?.parentId ?? id;

export const [getKeep, setKeep] = createContext<Keep>();
