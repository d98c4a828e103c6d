// Pictures that were seen stay on this device, small: a conversation is then read with them also without a network. They are their
// reader's, as the words are, and go with them when that one signs out.
import type { Keep } from './keep.ts';

/** Those first seen last. */
const MOST = 300;
/** A picture that moves is larger, and then its colours must do. */
const LARGEST_BYTES = 100_000;

/** Where a picture is shown: it stays no longer than its message does, nor than one may read there. */
export interface PicturePlace {
  messageId: string;
  channelId: string;
  rootId: string;
}

/** Keeps a picture that is being shown. */
export async function keepPicture(
  keep: Keep,
  personId: string,
  fileId: string,
  src: string,
  place: PicturePlace,
): Promise<void> {
  // A tile that is just going may still name the bytes of this window.
  if (src.startsWith('blob:')) return;
  const key: [string, string] = [personId, fileId];
  if (await keep.use((database) => database.getKey('pictures', key))) return;
  try {
    // The browser has it still: nothing is loaded twice.
    const response = await fetch(src, { cache: 'force-cache' });
    const blob = await response.blob();
    if (!response.ok || blob.size > LARGEST_BYTES) return;
    const kept = { blob, seenAt: Date.now(), ...place };
    await keep.note(
      async (database) => keep.gone.has(place.messageId) || database.put('pictures', kept, key),
    );
    await keep.use(async (database) => {
      const over = (await database.count('pictures')) - MOST;
      if (over <= 0) return;
      const oldest = await database.getAllKeysFromIndex('pictures', 'seenAt', null, over);
      await Promise.all(oldest.map((one) => database.delete('pictures', one)));
    });
  } catch {
    // Then it is seen only with a network.
  }
}

/** An address in this window for a picture that was kept. */
export async function keptPicture(keep: Keep, personId: string, fileId: string): Promise<string | null> {
  const kept = await keep.use((database) => database.get('pictures', [personId, fileId]));
  return kept ? URL.createObjectURL(kept.blob) : null;
}
