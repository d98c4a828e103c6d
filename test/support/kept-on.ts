// What a browser keeps of its reader, looked at from outside.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** What was read, by ids; `hub`: how it all stood. */
interface KeptOn {
  hub: boolean;
  channels: string[];
  answers: string[];
  /** Of the list among the answers. */
  questions: string[];
  pictures: string[];
}

export const nothingRead: KeptOn = { hub: false, channels: [], answers: [], questions: [], pictures: [] };

export const keptOn = async (page: Page): Promise<KeptOn> => ({
  ...nothingRead,
  ...(await page.evaluate(look)),
});

/** Runs in the browser. */
function look(): Promise<Partial<KeptOn>> {
  return new Promise((resolve, reject) => {
    const hub = Object.keys(localStorage).some((key) => key.startsWith('dinh.hub.'));
    const opening = indexedDB.open('dinh');
    // Looking makes nothing that was not there.
    opening.onupgradeneeded = () => opening.transaction!.abort();
    opening.onerror = (event) => {
      event.preventDefault();
      resolve({ hub });
    };
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['pages', 'answers', 'pictures']);
      const keysOf = (store: string) => transaction.objectStore(store).getAllKeys();
      const [pages, answers, pictures] = [keysOf('pages'), keysOf('answers'), keysOf('pictures')];
      const values = transaction.objectStore('answers').getAll();
      transaction.onerror = () => reject(transaction.error!);
      transaction.oncomplete = () => {
        opening.result.close();
        const second = (keys: IDBValidKey[]) => (keys as [string, string][]).map(([, name]) => name);
        const names = second(answers.result);
        const mine = (values.result[names.indexOf('threads mine')] ?? []) as { id: string }[];
        resolve({
          hub,
          channels: second(pages.result),
          answers: names,
          questions: mine.map(({ id }) => id),
          pictures: second(pictures.result),
        });
      };
    };
  });
}

/** Until the app could open here without a network: the worker has its parts, the keeper what there is to read. */
export async function isReady(page: Page, channelAddress: string): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const channelId = channelAddress.split('/').at(-1)!;
  const hasKept = async () => {
    const { channels, answers, questions } = await keptOn(page);
    return {
      page: channels.includes(channelId),
      questions: questions.length > 0 && questions.every((id) => answers.includes(`thread ${id}`)),
    };
  };
  await expect.poll(hasKept, { timeout: 25_000 }).toEqual({ page: true, questions: true });
}

/** Whether these words stand in a conversation that is kept. */
export const keepsWords = (page: Page, words: string): Promise<boolean> =>
  page.evaluate(
    (words) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('dinh');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const all = opening.result.transaction('pages').objectStore('pages').getAll();
          all.onerror = () => reject(all.error!);
          all.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(all.result).includes(words));
          };
        };
      }),
    words,
  );
