// What others took back or took down does not stay on this device.
import type { MessageView } from '../../../shared/messages.ts';
import type { Hub } from './hub.svelte.ts';
import type { Keep } from './keep.ts';

const forgetting = () => import('./forget-read.ts');

/** As the hub hears of it, also of conversations that are not open. Gives back how to stop. */
export function letGo(hub: Hub, keep: Keep): () => void {
  return hub.on(([name, payload]) => {
    if (name === 'message.deleted' || name === 'message.removed')
      void letGoOfGone(keep, hub.me.id, [payload]);
  });
}

/** Those of these that are gone. */
export async function letGoOfGone(keep: Keep, personId: string, messages: MessageView[]): Promise<void> {
  const gone = messages.filter(({ deletedAt, removedAt }) => deletedAt ?? removedAt);
  if (gone.length === 0) return;
  for (const { id } of gone) keep.gone.add(id);
  const { forgetGone } = await forgetting();
  await forgetGone(keep, personId, gone);
}

/** The pictures of a channel where so much has changed that it was not told. */
export async function letGoOfPictures(keep: Keep, channelId: string): Promise<void> {
  const { forgetUnknown } = await forgetting();
  await forgetUnknown(keep, channelId, []);
}
