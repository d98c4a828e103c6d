// How a message finds its words in a browser (web/languages.ts writes the calls of `say`).
import type { Words } from './english.ts';

let english: Record<string, Words> = {};

/** A message in Vietnamese, and in English once that was learned. @public for what the build writes. */
export const say =
  (key: string, vietnamese: Words): Words =>
  (inputs) =>
    (english[key] ?? vietnamese)(inputs);

/** To be awaited before the first word is shown. */
export async function learnEnglish(): Promise<void> {
  english = (await import('./english.ts')).default;
}
