// Takes a picture of the page as its elements stand, with its styles. What people wrote is in it as text, which the browser itself wrote
// out; and the policy of the shell lets no script run in it but the shell's own.
import { shellPath, shells, stills } from './shell.ts';
import { stillId } from './still.ts';

/** Nearer to its end than this a conversation stands at its end. */
const NEAR_END = 60;

/** Pages that one opens the app with: neither forms nor what officials work on. */
const isOpener = (path: string) => /^\/app(\/(channels\/[^/]+|notices|groups|topics))?$/.test(path);

let lastTaken = '';

/** Puts down how the page stands now, or that there is nothing to show of it. */
export async function takeStill(): Promise<void> {
  const { pathname } = location;
  const page = document.querySelector<HTMLElement>('.shell');
  if (!page || !isOpener(pathname) || !('caches' in globalThis)) return;
  const picture = pictureOf(page);
  // Opened before all else: what is written after everything was forgotten goes with what was forgotten.
  const cache = await caches.open(stills);
  const shell = await (await caches.open(shells)).match(shellPath);
  if (!picture || !shell) return void (await cache.delete(pathname));
  const html = withPicture(await shell.text(), picture, await stylesNow());
  // A window that is closed while it writes leaves nothing: what stands already is not written again.
  if (html === lastTaken && (await cache.match(pathname))) return;
  lastTaken = html;
  await cache.put(pathname, new Response(html, { headers: shell.headers }));
}

/** Null where the page does not stand as it would be opened: it is still coming, or one reads further up. */
function pictureOf(page: HTMLElement): string | null {
  // Pictures that live in this window alone are not there when it is opened again, and a copy would ask for them.
  if (page.querySelector('[aria-busy="true"], img[src^="blob:"]')) return null;
  const copy = page.cloneNode(true) as HTMLElement;
  const copies = copy.querySelectorAll<HTMLElement>('[role="log"]');
  for (const [index, log] of page.querySelectorAll<HTMLElement>('[role="log"]').entries()) {
    if (log.scrollHeight - log.scrollTop - log.clientHeight > NEAR_END) return null;
    layFlat(log, copies[index]!);
  }
  // What was true at that moment only.
  for (const passing of copy.querySelectorAll('[role="status"], dialog')) passing.remove();
  return copy.outerHTML;
}

/** Of a virtual list, the rows that can be seen, one under the other up to its end. */
function layFlat(log: HTMLElement, copy: HTMLElement) {
  const { top } = log.getBoundingClientRect();
  const at = [...log.children].findIndex((child) => child.querySelector('article'));
  const [list, copied] = [log.children[at], copy.children[at]];
  if (!list || !copied) return;
  const rows = [...copied.children];
  for (const [index, row] of [...list.children].entries()) {
    if (row.getBoundingClientRect().bottom < top) rows[index]!.remove();
    else rows[index]!.removeAttribute('style');
  }
  copied.removeAttribute('style');
  copy.style.overflow = 'hidden';
  copy.style.justifyContent = 'flex-end';
}

/** All styles of the page: asked for one by one, they would hold up its first paint. */
async function stylesNow(): Promise<string[]> {
  const nodes = document.head.querySelectorAll<HTMLElement>('style, link[rel="stylesheet"]:not([disabled])');
  return Promise.all(
    [...nodes].map(async (node) =>
      node instanceof HTMLLinkElement
        ? ((await (await caches.match(node.href))?.text()) ?? '')
        : node.textContent,
    ),
  );
}

/** The first words are then in their font at once. */
const fontsNow = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.endsWith('.woff2'));

/** A cheap phone that has begun to load the app paints nothing for a second: the app waits for the picture, where there is one to be seen. */
const AFTER_PAINT = `
  const painted = new Promise((done) => {
    new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(done))
      .observe({ type: 'paint', buffered: true });
    setTimeout(done, 1000);
  });
  const afterPaint = async (part) => {
    await painted;
    for (const link of document.querySelectorAll('link[rel="later"]')) link.rel = 'modulepreload';
    return import(part);
  };`;

function withPicture(shell: string, picture: string, styles: string[]): string {
  const nonce = /nonce="([^"]+)"/.exec(shell)?.[1] ?? '';
  const missing = styles.filter((style) => !shell.includes(style)).join('\n');
  const look = [...document.documentElement.attributes].map(({ name, value }) => `${name}="${value}"`);
  const head = [
    ...fontsNow().map(
      (href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`,
    ),
    `<style nonce="${nonce}">${missing}</style>`,
    `<script nonce="${nonce}">${AFTER_PAINT}</script>`,
  ].join('');
  return (
    shell
      .replace(/<html[^>]*>/, () => `<html ${look.join(' ')}>`)
      .replace('</head>', () => `${head}</head>`)
      .replace(/\bimport\((?="[^"]+\/start\.)/, () => 'afterPaint(')
      .replaceAll('rel="modulepreload"', 'rel="later"')
      // After the place of the page itself.
      .replace(
        /(?=<link [^>]*rel="later"|<\/body>)/,
        () => `<div id="${stillId}" inert aria-hidden="true">${picture}</div>`,
      )
  );
}
