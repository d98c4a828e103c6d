// Theme, text size and the simple mode. They live in cookies, so that the server sends the page already in the right look, without a script.
import { forgetStills } from './still.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const sizes = ['100', '125', '150', '200'] as const;
export type Size = (typeof sizes)[number];

type ReadCookie = (name: string) => string | undefined;

/** Attributes of <html> for the look that the reader chose. */
export function lookAttributes(cookie: ReadCookie): string {
  const theme = chosen(themes, cookie('theme'));
  const size = chosen(sizes, cookie('size'));
  return [
    theme === 'auto' ? '' : ` data-theme="${theme}"`,
    size === '100' ? '' : ` data-size="${size}"`,
    cookie('simple') === 'on' ? ' data-simple' : '',
  ].join('');
}

export const readTheme = (): Theme => chosen(themes, browserCookie('theme'));
export const readSize = (): Size => chosen(sizes, browserCookie('size'));

/** Big text and three big buttons, for those who want little at once. */
export const readSimple = (): boolean => browserCookie('simple') === 'on';

export function chooseTheme(theme: Theme) {
  keep('theme', theme);
  applyLook();
}

export function chooseSize(size: Size) {
  keep('size', size);
  applyLook();
}

export function chooseSimple(isOn: boolean) {
  keep('simple', isOn ? 'on' : 'off');
  applyLook();
}

/** Also for a page that a service worker kept in an older look. */
export function applyLook() {
  const { dataset } = document.documentElement;
  const theme = readTheme();
  const size = readSize();
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
  if (size === '100') delete dataset.size;
  else dataset.size = size;
  if (readSimple()) dataset.simple = '';
  else delete dataset.simple;
}

const chosen = <T extends string>(all: readonly T[], value: string | undefined): T =>
  all.find((one) => one === value) ?? all[0]!;

/** Empty on the server, where a page is rendered before its reader's own choices are known. */
const browserCookie: ReadCookie = (name) =>
  ((globalThis as { document?: Document }).document?.cookie ?? '')
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

function keep(name: string, value: string) {
  void forgetStills();
  document.cookie = `${name}=${value}; path=/; max-age=${400 * 24 * 3600}; samesite=lax`;
}
