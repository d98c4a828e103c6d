import type { ClientInit } from '@sveltejs/kit/hooks';
import { getLocale } from '#lib/locale.ts';
import { learnEnglish } from '#lib/say.ts';

/** A language is chosen by loading the page anew, so it is known before anything is shown. */
export const init: ClientInit = async () => {
  if (getLocale() === 'en') await learnEnglish();
};
