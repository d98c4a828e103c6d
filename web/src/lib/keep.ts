// What this device keeps in IndexedDB beyond the shell's snapshot: unsent messages and the last ones of each channel.
// Without IndexedDB (a private window, a full disk) everything still works, until the page is closed.
import type { DBSchema, IDBPDatabase } from 'idb';
import { createContext } from 'svelte';
import type { MessagePage } from '../../../shared/messages.ts';
import type { Pending } from './outbox-order.ts';
import { keptDatabase } from './snapshot.ts';

interface Kept extends DBSchema {
  outbox: { key: string; value: Pending };
  /** The newest messages of a channel as its person saw them last, by `personId channelId`. */
  pages: { key: [personId: string, channelId: string]; value: MessagePage };
}

export class Keep {
  #database: Promise<IDBPDatabase<Kept> | null> | undefined;

  async pendings(personId: string): Promise<Pending[]> {
    const all = await this.#use((database) => database.getAll('outbox'));
    return (all ?? []).filter((one) => one.personId === personId);
  }

  async putPending(pending: Pending): Promise<void> {
    await this.#use((database) => database.put('outbox', pending));
  }

  async dropPending(clientId: string): Promise<void> {
    await this.#use((database) => database.delete('outbox', clientId));
  }

  async page(personId: string, channelId: string): Promise<MessagePage | null> {
    return (await this.#use((database) => database.get('pages', [personId, channelId]))) ?? null;
  }

  async putPage(personId: string, channelId: string, page: MessagePage): Promise<void> {
    await this.#use((database) => database.put('pages', page, [personId, channelId]));
  }

  async #use<T>(act: (database: IDBPDatabase<Kept>) => Promise<T>): Promise<T | undefined> {
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
      return await openDB<Kept>(keptDatabase, 1, {
        upgrade(database) {
          database.createObjectStore('outbox', { keyPath: 'clientId' });
          database.createObjectStore('pages');
        },
        // Signing out, here or in another window, deletes all of it: do not stand in the way.
        blocking: (_current, _blocked, event) => {
          (event.target as IDBDatabase).close();
          this.#database = Promise.resolve(null);
        },
        terminated: () => (this.#database = undefined),
      });
    } catch {
      return null;
    }
  }
}

export const [getKeep, setKeep] = createContext<Keep>();
