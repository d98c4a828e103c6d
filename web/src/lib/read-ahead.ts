// What was read where one may read no more goes; and a phone without a network still has the last messages of every channel and topic,
// and one's own questions. Gently: one request at a time, and only what changed.
import { forgetOthers, forgetUnknown } from './forget-read.ts';
import type { Hub } from './hub.svelte.ts';
import type { Keep } from './keep.ts';

const KEPT_MESSAGES = 50;
const KEPT_TOPICS = 50;

const wantsLittle = () =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Throws where the network goes. */
export async function readAhead(hub: Hub, keep: Keep): Promise<void> {
  const listed = hub.groups.flatMap(({ channels }) => channels.map(({ id }) => id));
  await forgetOthers(keep, hub.me.id, new Set(listed));
  if (wantsLittle()) return;
  await readChannels(hub, keep);
  await readQuestions(hub, keep);
}

async function readChannels(hub: Hub, keep: Keep) {
  const topics = hub.topics.followed.slice(0, KEPT_TOPICS);
  for (const channel of [...hub.groups.flatMap(({ channels }) => channels), ...topics]) {
    const { id, kind, version } = channel;
    if (kind !== 'chat') continue;
    const kept = await keep.page(hub.me.id, id);
    if (kept && kept.version >= version) continue;
    const page = await hub.call('message.list', {
      params: { channelId: id },
      query: { limit: KEPT_MESSAGES },
    });
    await keep.putPage(hub.me.id, channel, page);
    await forgetUnknown(keep, id, page.messages);
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
