import { cookieMaxAge, cookieName, type Locale } from './paraglide/runtime.js';

/** Another language means other words everywhere: the page is loaded anew. */
export function chooseLocale(locale: Locale): void {
  document.cookie = `${cookieName}=${locale}; path=/; max-age=${cookieMaxAge}; samesite=lax`;
  location.reload();
}
