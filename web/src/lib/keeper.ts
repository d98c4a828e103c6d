// Sees to what this device keeps when nothing else is to do (read-ahead.ts, loaded then). And writes down how the hub stands when the
// window is put away.
import type { Hub } from './hub.svelte.ts';
import type { Keep } from './keep.ts';
import { loadSnapshot, saveSnapshot } from './snapshot.ts';

const SETTLE_MS = 4_000;

/** Begins, now and after each return of the network; gives back how to stop. */
export function keepAhead(hub: Hub, keep: Keep): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isStopped = false;

  async function read() {
    if (isReading || isStopped || hub.connection !== 'online') return;
    isReading = true;
    try {
      const { readAhead } = await import('./read-ahead.ts');
      await readAhead(hub, keep);
    } catch {
      // The network went: its return begins anew.
    } finally {
      isReading = false;
    }
  }
  const begin = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), SETTLE_MS);
  };
  const stopResync = hub.onResync(begin);
  const stopSaving = saveWhenHidden(hub);
  if (hub.connection === 'online') begin();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopResync();
    stopSaving();
  };
}

/** Writes down how it stands when the window is put away: what was read by then is not unread when it opens again. */
function saveWhenHidden(hub: Hub): () => void {
  const save = () => {
    // What was forgotten meanwhile, here or in another window, stays so.
    if (document.visibilityState !== 'hidden' || !loadSnapshot()) return;
    const { me, groups, topics, notices, notifications } = hub;
    saveSnapshot({ me, groups, topics: topics.followed, notices, notifications });
  };
  document.addEventListener('visibilitychange', save);
  return () => document.removeEventListener('visibilitychange', save);
}
