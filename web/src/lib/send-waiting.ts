// Sends what windows left behind when they were closed without a network. The same messages by the same client ids as a window
// would send, so a repeat is harmless; channel by channel in order, and never while a window sends.
import { openDB, type IDBPDatabase } from 'idb';
import type { ErrorBody } from '../../../shared/errors.ts';
import { ApiError } from './api.ts';
import { openKept, sendingLock, uploadingLock, type Kept } from './kept-database.ts';
import { channelsToSend, nextToSend, nextToUpload, patienceWith, type Pending } from './outbox-order.ts';
import { uploadFile } from './uploading.ts';

/** Rejects when something still waits: the browser then tries again later. */
export async function sendWaiting(): Promise<void> {
  const database = await openKept(openDB, { onUnwanted: (one) => one.close(), onLost: () => undefined });
  try {
    const me = await fetch('/api/me');
    if (me.status === 401) return; // Waits for its person to sign in.
    if (!me.ok) throw new Error('later');
    const { id } = (await me.json()) as { id: string };
    const waiting = await own(database, id);
    for (const channelId of channelsToSend(waiting)) {
      await navigator.locks.request(uploadingLock(channelId), () => uploadWaiting(database, id, channelId));
      await navigator.locks.request(sendingLock(channelId), () => sendChannel(database, id, channelId));
    }
  } finally {
    database.close();
  }
}

/** Several people may share one phone: nobody sends another's words. */
const own = async (database: IDBPDatabase<Kept>, personId: string) =>
  (await database.getAll('outbox')).filter((one) => one.personId === personId);

async function uploadWaiting(database: IDBPDatabase<Kept>, personId: string, channelId: string) {
  for (;;) {
    const next = nextToUpload(await own(database, personId), channelId);
    if (!next) return;
    await database.put('outbox', await upload(database, next));
    new BroadcastChannel('dinh-outbox').postMessage(null);
  }
}

/** The message after its files went up, or were refused; throws where that is to be tried again. */
async function upload(database: IDBPDatabase<Kept>, pending: Pending): Promise<Pending> {
  try {
    for (const file of pending.files ?? []) {
      const blob = await database.get('blobs', file.id);
      if (!blob) throw new ApiError('files_missing');
      await uploadFile(pending, file, blob, () => undefined);
    }
    return { ...pending, isUploaded: true };
  } catch (error) {
    const { code, data } = error instanceof ApiError ? error : new ApiError('internal');
    if (patienceWith(code, data, 0) !== null) throw error;
    return { ...pending, refusal: { code, data } };
  }
}

async function sendChannel(database: IDBPDatabase<Kept>, personId: string, channelId: string) {
  for (;;) {
    const next = nextToSend(await own(database, personId), channelId);
    if (!next) return;
    const refusal = await send(next);
    if (refusal)
      await database.put('outbox', { ...next, refusal, isUploaded: refusal.code !== 'files_missing' });
    else {
      await database.delete('outbox', next.clientId);
      for (const { id } of next.files ?? []) await database.delete('blobs', id);
    }
    new BroadcastChannel('dinh-outbox').postMessage(null);
  }
}

async function send({ channelId, clientId, text, replyTo, carries }: Pending): Promise<Pending['refusal']> {
  const answer = await fetch(`/api/channels/${channelId}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId, text, replyTo: replyTo?.id ?? null, carries: carries ?? null }),
  });
  if (answer.ok) return null;
  const isForGood = answer.status >= 400 && answer.status < 500 && ![401, 408, 429].includes(answer.status);
  if (!isForGood) throw new Error('later');
  const { error } = (await answer.json()) as ErrorBody;
  return { code: error.code, data: error.data ?? {} };
}
