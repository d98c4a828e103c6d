// Calls inside load functions: what goes wrong becomes a redirect to sign-in or Kit's error page.
import { error, redirect } from '@sveltejs/kit';
import type { Answer, Call } from '../../../shared/api.ts';
import type { RouteName } from '../../../shared/routes.ts';
import { ApiError, call, type CallArguments } from './api.ts';

interface LoadEvent {
  fetch: typeof globalThis.fetch;
  url: URL;
}

/** `const procedure = await loadCall(event, 'procedure.get', { params: event.params })`. */
export async function loadCall<N extends RouteName>(
  event: LoadEvent,
  name: N,
  ...input: keyof Call<N> extends never ? [] : [input: Call<N>]
): Promise<Answer<N>> {
  try {
    return await call(name, ...([input[0] ?? {}, { fetch: event.fetch }] as CallArguments<N>));
  } catch (caught) {
    throw asPageError(caught, event.url);
  }
}

const sentAlong = 'script[data-sveltekit-fetched]';

/** Whether the server renders this page, or has done so and sent along what it read for it. */
export const isWithPage = () => import.meta.env.SSR || document.querySelector(sentAlong) !== null;

/** What came with the page was for its first moment: where one goes from there is read anew. */
export const forgetSentAlong = () =>
  document.querySelectorAll(sentAlong).forEach((script) => script.remove());

/** The redirect or page error for what a call threw. */
export function asPageError(caught: unknown, url: URL): unknown {
  if (!(caught instanceof ApiError)) return caught;
  try {
    if (caught.code === 'unauthenticated') redirect(303, signInPath(url));
    error(caught.status || 503, caught.code, { code: caught.code });
  } catch (thrown) {
    return thrown;
  }
}

export const signInPath = (url: { pathname: string; search: string }) =>
  `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;

/** Where sign-in leads; only to pages of this site. */
export function safeNext(next: string | null): string {
  if (!next || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/app';
  return next;
}
