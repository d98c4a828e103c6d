import type { ClientInit } from '@sveltejs/kit/hooks';

/**
 * A language is chosen by loading the page anew, so it is known before anything is shown. Loaded only now: hooks are read before Kit's
 * client knows which build this is, and what they import at once would read that too early.
 */
export const init: ClientInit = async () => {
  const { getLocale } = await import('#lib/locale.ts');
  if (getLocale() === 'en') await (await import('#lib/say.ts')).learnEnglish();
};
