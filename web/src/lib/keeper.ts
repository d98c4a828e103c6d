// Reads ahead, so that a phone without a network still has the last messages of every channel and topic, and one's own questions. Gently:
// one request at a time, when nothing else is to do, and only what changed. And writes down how the hub stands when the window is put away.
import type { Hub } from './hub.svelte.ts';
import type { Keep } from './keep.ts';
import { loadSnapshot, saveSnapshot } from './snapshot.ts';

const KEPT_MESSAGES = 50;
const KEPT_TOPICS = 50;
const SETTLE_MS = 4_000;

const wantsLittle = () =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Begins, now and after each return of the network; gives back how to stop. */
export function keepAhead(hub: Hub, keep: Keep): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isStopped = false;

  async function read() {
    if (isReading || isStopped || wantsLittle() || hub.connection !== 'online') return;
    isReading = true;
    try {
      await readChannels(hub, keep);
      await readQuestions(hub, keep);
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

async function readChannels(hub: Hub, keep: Keep) {
  const topics = hub.topics.followed.slice(0, KEPT_TOPICS);
  for (const { id, kind, version } of [...hub.groups.flatMap(({ channels }) => channels), ...topics]) {
    if (kind !== 'chat') continue;
    const kept = await keep.page(hub.me.id, id);
    if (kept && kept.version >= version) continue;
    const page = await hub.call('message.list', {
      params: { channelId: id },
      query: { limit: KEPT_MESSAGES },
    });
    await keep.putPage(hub.me.id, id, page);
  }
}

/** The list carries each question with its answers: a page of one of them opens from it, too. */
async function readQuestions(hub: Hub, keep: Keep) {
  const personId = hub.me.id;
  const mine = await keep.answer(personId, 'threads mine', () =>
    hub.call('thread.list', { query: { view: 'mine' } }),
  );
  for (const thread of mine)
    await keep.answer(personId, `thread ${thread.id}`, () => Promise.resolve(thread));
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
