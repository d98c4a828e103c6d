import { forgetStills } from './still.ts';
import { cookieMaxAge, cookieName, type Locale } from './paraglide/runtime.js';

/** Another language means other words everywhere: the page is loaded anew. */
export async function chooseLocale(locale: Locale): Promise<void> {
  document.cookie = `${cookieName}=${locale}; path=/; max-age=${cookieMaxAge}; samesite=lax`;
  await forgetStills();
  location.reload();
}
