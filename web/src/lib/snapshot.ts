// The last state of the hub on this device, so that the app opens without a network. Gone on sign-out.
import type { ChannelView, GroupChannels } from '../../../shared/channels.ts';
import type { Me } from '../../../shared/identity.ts';
import type { MyNotice } from '../../../shared/notices.ts';
import type { NotificationView } from '../../../shared/notifications.ts';
import { keptDatabase } from './kept-database.ts';
import { forgetStills } from './still.ts';

export interface Snapshot {
  me: Me;
  groups: GroupChannels[];
  /** Those that are followed. */
  topics: ChannelView[];
  notices: MyNotice[];
  notifications: NotificationView[];
}

/** What a window begins with; `fresh` is being read where that was kept on this device. */
export interface Beginning {
  start: Snapshot;
  fresh: Promise<Snapshot> | null;
}

const key = 'dinh.hub.7';

export function saveSnapshot(snapshot: Snapshot) {
  // A server that renders for everyone keeps nothing of anyone.
  if (import.meta.env.SSR) return;
  try {
    localStorage.setItem(key, JSON.stringify(snapshot));
  } catch {
    // A full or closed store only costs the offline start.
  }
}

export function loadSnapshot(): Snapshot | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Snapshot | null;
  } catch {
    return null;
  }
}

/** Before someone else's hub is read, or when a session was ended from elsewhere. */
export function forgetSnapshot() {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

/** Also what pages keep under `dinh.` (drafts) and in the database of keep.ts (unsent messages, the last ones of channels). */
export async function forgetEverything(): Promise<void> {
  try {
    await forgetStills();
    for (const store of [localStorage, sessionStorage])
      for (const name of Object.keys(store)) if (name.startsWith('dinh.')) store.removeItem(name);
    await new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(keptDatabase);
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    });
  } catch {
    // Nothing was kept then.
  }
}
