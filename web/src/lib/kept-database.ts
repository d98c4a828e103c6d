// The database of this device, for the windows and for the service worker: unsent messages, and what was read last.
import type { DBSchema, IDBPDatabase, openDB as OpenDB } from 'idb';
import type { MessagePage } from '../../../shared/messages.ts';
import type { Pending } from './outbox-order.ts';

export interface Kept extends DBSchema {
  outbox: { key: string; value: Pending };
  /** The bytes of files that wait to be sent, by their ids. */
  blobs: { key: string; value: Blob };
  /** The newest messages of a channel as its person saw them last. */
  pages: { key: [personId: string, channelId: string]; value: MessagePage };
  /** Other answers of the API, by a name that the reader chooses. */
  answers: { key: [personId: string, name: string]; value: unknown };
  /** Pictures that were seen, small. */
  pictures: {
    key: [personId: string, fileId: string];
    value: { blob: Blob; seenAt: number };
    indexes: { seenAt: number };
  };
}

export const keptDatabase = 'dinh';
const VERSION = 6;

/** Held by whoever sends this channel's unsent messages: one window, or the service worker. */
export const sendingLock = (channelId: string) => `dinh-outbox ${channelId}`;
/** The same for its files. */
export const uploadingLock = (channelId: string) => `dinh-uploads ${channelId}`;

interface Circumstances {
  /** Someone wants to delete or upgrade the database. */
  onUnwanted(database: IDBDatabase): void;
  onLost(): void;
}

/** `openDB` is idb's: windows load it when they need it, a service worker cannot. */
export function openKept(
  openDB: typeof OpenDB,
  { onUnwanted, onLost }: Circumstances,
): Promise<IDBPDatabase<Kept>> {
  return openDB<Kept>(keptDatabase, VERSION, {
    upgrade(database, before, _after, transaction) {
      if (before < 1) {
        database.createObjectStore('outbox', { keyPath: 'clientId' });
        database.createObjectStore('pages');
      }
      if (before < 2) database.createObjectStore('answers');
      // Messages were given reactions, pins and what they carry: what was kept without them is read anew.
      else if (before < 4)
        for (const store of ['pages', 'answers'] as const) void transaction.objectStore(store).clear();
      if (before < 5) database.createObjectStore('blobs');
      if (before < 6) database.createObjectStore('pictures').createIndex('seenAt', 'seenAt');
    },
    blocking: (_current, _blocked, event) => onUnwanted(event.target as IDBDatabase),
    terminated: onLost,
  });
}
