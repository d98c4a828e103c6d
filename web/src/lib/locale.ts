// Which language this reader chose. The generated runtime knows every way to choose one and weighs as much; a browser asks the cookie.
import { cookieMaxAge, cookieName, getLocale as localeOfRequest, type Locale } from './paraglide/runtime.js';

export type { Locale };

/** A language is chosen by loading the page anew. */
const chosen: Locale =
  typeof document !== 'undefined' && document.cookie.split('; ').includes(`${cookieName}=en`) ? 'en' : 'vi';

export const getLocale = (): Locale => (import.meta.env.SSR ? localeOfRequest() : chosen);

export function setLocale(locale: Locale): void {
  document.cookie = `${cookieName}=${locale}; path=/; max-age=${cookieMaxAge}; samesite=lax`;
  location.reload();
}
