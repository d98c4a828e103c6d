// How what does not stay leaves the database of this device. Loaded when something does.
import type { MessagePage, MessageView } from '../../../shared/messages.ts';
import type { Keep } from './keep.ts';

/** Of these, which are gone, the pictures; and the words where a conversation is kept that is not open. */
export async function forgetGone(keep: Keep, personId: string, gone: MessageView[]): Promise<void> {
  await keep.use(async (database) => {
    const transaction = database.transaction(['pages', 'pictures'], 'readwrite');
    const [pages, pictures] = [transaction.objectStore('pages'), transaction.objectStore('pictures')];
    for (const message of gone) {
      for (const key of await pictures.index('messageId').getAllKeys(message.id)) await pictures.delete(key);
      const page = await pages.get([personId, message.channelId]);
      if (page) await pages.put({ ...page, ...withGone(page, message) }, [personId, message.channelId]);
    }
    await transaction.done;
  });
}

function withGone({ messages, quoted }: MessagePage, gone: MessageView): Partial<MessagePage> {
  const replace = (one: MessageView) => (one.id === gone.id && one.version < gone.version ? gone : one);
  return { messages: messages.map(replace), quoted: quoted.map(replace) };
}

/**
 * Of this channel, all pictures but those of the messages that were read just now: what became of the others meanwhile is not known,
 * and without a network nobody comes to them.
 */
export async function forgetUnknown(keep: Keep, channelId: string, known: MessageView[]): Promise<void> {
  const stand = new Set(known.filter(({ carried }) => carried?.files).map(({ id }) => id));
  await keep.use(async (database) => {
    const { store, done } = database.transaction('pictures', 'readwrite');
    for (const key of await store.index('channelId').getAllKeys(channelId)) {
      const kept = await store.get(key);
      if (kept && !stand.has(kept.messageId)) await store.delete(key);
    }
    await done;
  });
}

/** All that was read in other channels than these, and in the topics of others. */
export async function forgetOthers(
  keep: Keep,
  personId: string,
  rootIds: ReadonlySet<string>,
): Promise<void> {
  await keep.use(async (database) => {
    const transaction = database.transaction(['pages', 'pictures'], 'readwrite');
    for (const name of ['pages', 'pictures'] as const) {
      const store = transaction.objectStore(name);
      for (let at = await store.index('rootId').openKeyCursor(); at; at = await at.continue())
        if (at.primaryKey[0] === personId && !rootIds.has(at.key as string))
          await store.delete(at.primaryKey);
    }
    await transaction.done;
  });
}
