// The database of this device, for the windows and for the service worker: unsent messages, and what was read last.
import type { DBSchema, IDBPDatabase, openDB as OpenDB } from 'idb';
import type { MessagePage } from '../../../shared/messages.ts';
import type { Pending } from './outbox-order.ts';

/** `rootId`: the channel by whose rights it is read, which of a topic is another one. */
interface Rooted {
  rootId: string;
}
export interface KeptMessages extends MessagePage, Rooted {}
interface KeptPicture extends Rooted {
  blob: Blob;
  seenAt: number;
  messageId: string;
  channelId: string;
}

export interface Kept extends DBSchema {
  outbox: { key: string; value: Pending };
  /** The bytes of files that wait to be sent, by their ids. */
  blobs: { key: string; value: Blob };
  /** The newest messages of a channel as its person saw them last. */
  pages: {
    key: [personId: string, channelId: string];
    value: KeptMessages;
    indexes: { rootId: string };
  };
  /** Other answers of the API, by a name that the reader chooses. */
  answers: { key: [personId: string, name: string]; value: unknown };
  /** Pictures that were seen, small. */
  pictures: {
    key: [personId: string, fileId: string];
    value: KeptPicture;
    indexes: { seenAt: number; messageId: string; channelId: string; rootId: string };
  };
}

export const keptDatabase = 'dinh';
const VERSION = 7;

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
      if (before < 7) {
        // What was kept without where it belongs is read and seen anew.
        if (before === 6) database.deleteObjectStore('pictures');
        const pictures = database.createObjectStore('pictures');
        for (const name of ['seenAt', 'messageId', 'channelId', 'rootId'] as const)
          pictures.createIndex(name, name);
        const pages = transaction.objectStore('pages');
        void pages.clear();
        pages.createIndex('rootId', 'rootId');
      }
    },
    blocking: (_current, _blocked, event) => onUnwanted(event.target as IDBDatabase),
    terminated: onLost,
  });
}
