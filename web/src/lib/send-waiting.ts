// Sends what windows left behind when they were closed without a network. The same messages by the same client ids as a window
// would send, so a repeat is harmless; channel by channel in order, and never while a window sends.
import { openDB, type IDBPDatabase } from 'idb';
import type { ErrorBody } from '../../../shared/errors.ts';
import { openKept, sendingLock, type Kept } from './kept-database.ts';
import { channelsToSend, nextToSend, type Pending } from './outbox-order.ts';

/** Rejects when something still waits: the browser then tries again later. */
export async function sendWaiting(): Promise<void> {
  const database = await openKept(openDB, { onUnwanted: (one) => one.close(), onLost: () => undefined });
  try {
    const me = await fetch('/api/me');
    if (me.status === 401) return; // Waits for its person to sign in.
    if (!me.ok) throw new Error('later');
    const { id } = (await me.json()) as { id: string };
    const waiting = await own(database, id);
    for (const channelId of channelsToSend(waiting))
      await navigator.locks.request(sendingLock(channelId), () => sendChannel(database, id, channelId));
  } finally {
    database.close();
  }
}

/** Several people may share one phone: nobody sends another's words. */
const own = async (database: IDBPDatabase<Kept>, personId: string) =>
  (await database.getAll('outbox')).filter((one) => one.personId === personId);

async function sendChannel(database: IDBPDatabase<Kept>, personId: string, channelId: string) {
  for (;;) {
    const next = nextToSend(await own(database, personId), channelId);
    if (!next) return;
    const refusal = await send(next);
    if (refusal) await database.put('outbox', { ...next, refusal });
    else await database.delete('outbox', next.clientId);
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
