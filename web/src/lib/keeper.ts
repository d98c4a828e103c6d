// Reads ahead, so that a phone without a network still has the last messages of every channel and topic, and one's own questions. Gently:
// one request at a time, when nothing else is to do, and only what changed.
import type { Hub } from './hub.svelte.ts';
import type { Keep } from './keep.ts';

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
  if (hub.connection === 'online') begin();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopResync();
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
