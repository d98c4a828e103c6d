// Calls to the server, typed by the contract. Only types come from api.ts: zod stays out of the browser.
import type { Answer, Call } from '../../../shared/api.ts';
import type { ErrorBody, ErrorCode, ErrorData } from '../../../shared/errors.ts';
import { routes, type RouteName } from '../../../shared/routes.ts';

/** `offline`: no answer came. Whether the server has heard the call is then unknown. */
export type ClientErrorCode = ErrorCode | 'offline';

export class ApiError extends Error {
  readonly code: ClientErrorCode;
  readonly data: ErrorData;
  readonly status: number;

  constructor(code: ClientErrorCode, data: ErrorData = {}, status = 0) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.data = data;
    this.status = status;
  }
}

export interface CallOptions {
  /** The `fetch` of a load function, so that it works on the server too. */
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
  /** Lets the call outlive the page, for what is said on leaving. */
  keepalive?: boolean;
}

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

export type CallArguments<N extends RouteName> = keyof Call<N> extends never
  ? [input?: Call<N>, options?: CallOptions]
  : [input: Call<N>, options?: CallOptions];

const patience = 20_000;

/** Calls an endpoint by name: `call('channel.read', { params: { channelId }, body: { seq } })`. Throws ApiError. */
export async function call<N extends RouteName>(
  name: N,
  ...[input, options = {}]: CallArguments<N>
): Promise<Answer<N>> {
  const [method, path] = routes[name].split(' ') as [string, string];
  const parts = (input ?? {}) as Parts;
  const { fetch = globalThis.fetch, signal, keepalive } = options;
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(address(path, parts), {
      method,
      credentials: 'same-origin',
      keepalive: keepalive ?? false,
      signal: signal ?? AbortSignal.timeout(patience),
      ...(parts.body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(parts.body) }),
    });
    // A refusal may come from a proxy, in words of its own; of an answer nothing may be missing.
    answer = await response.json().catch((error: unknown) => {
      if (response.ok) throw error;
      return null;
    });
  } catch {
    throw new ApiError('offline');
  }
  if (!response.ok) {
    const error = (answer as ErrorBody | null)?.error;
    const code = error?.code ?? (response.status >= 502 ? 'unavailable' : 'internal');
    throw new ApiError(code, error?.data ?? {}, response.status);
  }
  return answer as Answer<N>;
}

function address(path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}
