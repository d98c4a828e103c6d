import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { lookAttributes } from '#lib/look.ts';
import { paraglideMiddleware } from '#lib/paraglide/server.js';

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    const look = lookAttributes((name) => event.cookies.get(name));
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => wordsFirst(html.replace('%lang%', locale).replace('%look%', look)),
      preload: ({ type }) => type === 'js',
    });
    // A page is in one reader's language, and may be in one's name: browsers ask again, and nobody between keeps it.
    if (!response.headers.has('cache-control'))
      response.headers.set(
        'cache-control',
        isTalk(event.route.id) ? 'private, no-store' : 'private, no-cache',
      );
    return gzipped(event.request, response);
  });

/** What people said stands in the page, not only in the answers of the API. */
const isTalk = (route: string | null) => route?.startsWith('/(app)/app/channels/') === true;

/** On a slow network the parts of the app would come between a reader and the words: they are asked for when those are there. Fonts
 * are asked for by the words themselves, which do not wait for them. */
function wordsFirst(html: string): string {
  const links: string[] = [];
  const rest = html.replace(/<link href="[^"]+" rel="modulepreload">\s*/g, (link) => {
    links.push(link.trim());
    return '';
  });
  const end = rest.lastIndexOf('</body>');
  return rest.slice(0, end) + links.join('\n') + rest.slice(end);
}

/** Pages leave gzipped where no proxy stands before the hub that would do it; the parts of the app were compressed when they were built. */
function gzipped(request: Request, response: Response): Response {
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!isPage || !response.body || process.env.TRUST_PROXY === '1') return response;
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const { status, statusText } = response;
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
    return new Response(response.body, { status, statusText, headers });
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), {
    status,
    statusText,
    headers,
  });
}

/** What a load function asks of /api while it runs here goes to the API itself, in the visitor's name. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
  const origin = process.env.DINH_INTERNAL_ORIGIN ?? 'http://127.0.0.1:3000';
  const headers = new Headers(request.headers);
  for (const name of ['cookie', 'user-agent', 'accept-language']) {
    const value = event.request.headers.get(name);
    if (value) headers.set(name, value);
  }
  headers.set('x-forwarded-for', forwardedFor(event));
  return globalThis.fetch(new Request(origin + url.pathname + url.search, new Request(request, { headers })));
};

function forwardedFor(event: Parameters<HandleFetch>[0]['event']): string {
  const before = event.request.headers.get('x-forwarded-for');
  const address = event.getClientAddress();
  return before ? `${before}, ${address}` : address;
}

/** The route and the error's name and place; never an address, a form or a text that a person wrote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const stack = error instanceof Error ? (error.stack ?? '').split('\n    at ').slice(1, 4) : [];
  const name = error instanceof Error ? error.name : typeof error;
  console.error(JSON.stringify({ level: 'error', at: 'web', route: event.route.id, name, stack }));
};
