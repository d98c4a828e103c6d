// Which language this reader chose. The generated runtime knows every way to choose one and weighs as much; a browser asks the cookie.
import {
  cookieName,
  getLocale as localeOfRequest,
  overwriteGetLocale,
  type Locale,
} from './paraglide/runtime.js';

export type { Locale };

/** A language is chosen by loading the page anew. */
const cookies = (globalThis as { document?: { cookie: string } }).document?.cookie ?? '';
let chosen: Locale = cookies.split('; ').includes(`${cookieName}=en`) ? 'en' : 'vi';

export const getLocale = (): Locale => (import.meta.env.SSR ? localeOfRequest() : chosen);

/** The service worker has no cookies at hand: it is told the language with each thing that it says. */
export function speak(locale: Locale): void {
  chosen = locale;
  overwriteGetLocale(() => locale);
}
