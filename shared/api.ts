// The contract of each endpoint: what it takes and what it answers. Paths are in routes.ts under the same names.
import type { z } from 'zod';
import { filesApi } from './api.files.ts';
import { placesApi } from './api.places.ts';
import { talkApi } from './api.talk.ts';
import type { Endpoint } from './endpoint.ts';
import type { RouteName } from './routes.ts';

export const api = { ...placesApi, ...talkApi, ...filesApi } satisfies Record<RouteName, Endpoint>;

export type Api = typeof api;

type Parsed<E, K extends string> = E extends Record<K, z.ZodType> ? z.output<E[K]> : undefined;
type Raw<E, K extends string> = E extends Record<K, z.ZodType> ? z.input<E[K]> : undefined;

/** What a handler gets: parsed. */
export interface Input<N extends RouteName> {
  params: Parsed<Api[N], 'params'>;
  query: Parsed<Api[N], 'query'>;
  body: Parsed<Api[N], 'body'>;
}

/** What a caller gives: not yet parsed, so defaults may be left out. */
export type Call<N extends RouteName> = {
  [K in 'params' | 'query' | 'body' as Api[N] extends Record<K, z.ZodType> ? K : never]: Raw<Api[N], K>;
};

export type Answer<N extends RouteName> = Parsed<Api[N], 'response'>;
