// The contract and the server are the same: every route of the table is served and described, and nothing else is.
import { MikroORM } from '@mikro-orm/postgresql';
import { ModulesContainer } from '@nestjs/core';
import { expect, test } from 'vitest';
import { api } from '../shared/api.ts';
import { routes, type RouteName } from '../shared/routes.ts';
import { bootHub } from './support/app.ts';

const hub = await bootHub();
const names = Object.keys(routes) as RouteName[];
/** Fits every parameter: ids, slugs and codes. */
const anything = '00000000-0000-7000-8000-000000000000';

const send = (name: RouteName, headers: Record<string, string> = {}) => {
  const [method, path] = routes[name].split(' ') as [string, string];
  return fetch(hub.url + path.replace(/:\w+/g, anything), { method, headers });
};

test.each(names.filter((name) => !('isPublic' in api[name])))(
  '%s is served, and asks for a session',
  async (name) => {
    const response = await send(name);
    expect([response.status, await response.json()]).toEqual([401, { error: { code: 'unauthenticated' } }]);
  },
);

test.each(names.filter((name) => 'isPublic' in api[name]))('%s is served without a session', async (name) => {
  const response = await send(name);
  const body: unknown = await response.json();
  if (response.ok) api[name].response.parse(body);
  // A refusal of our own about the content: not the router's 404, which knows no such route.
  else expect(['bad_request', 'not_found']).toContain((body as { error: { code: string } }).error.code);
});

test('the server serves what the contract names, and besides it only what those who run it need', () => {
  const fastify = hub.app.getHttpAdapter().getInstance();
  for (const name of names) {
    const [method, url] = routes[name].split(' ') as ['GET', string];
    expect(fastify.hasRoute({ method, url }), name).toBe(true);
  }
  expect(servedPaths().filter((path) => !names.some((name) => routes[name].endsWith(` /${path}`)))).toEqual([
    'api/docs',
    'api/docs/:file',
    'api/openapi.json',
    'healthz',
    'metrics',
    'readyz',
  ]);
});

/** The paths of all handlers of all controllers, as Nest knows them. */
function servedPaths(): string[] {
  const controllers = [...hub.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const paths = controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: object }).prototype;
    const prefix = String(Reflect.getMetadata('path', metatype as object) ?? '/');
    return Object.getOwnPropertyNames(prototype)
      .filter((key) => key !== 'constructor')
      .map((key) => (prototype as Record<string, unknown>)[key])
      .map(
        (handler) =>
          typeof handler === 'function' && (Reflect.getMetadata('path', handler) as string | undefined),
      )
      .filter((path) => typeof path === 'string')
      .map((path) => `${prefix}/${path}`.replace(/\/+/g, '/').replace(/^\//, ''));
  });
  return [...new Set(paths)].toSorted();
}

test('the description of the API names every endpoint with its answers', async () => {
  const response = await fetch(`${hub.url}/api/openapi.json`);
  const { paths } = (await response.json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const described = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(described.toSorted()).toEqual(names.toSorted());
});

test('the entities need no migration that is not there', async () => {
  const sql = await hub.app.get(MikroORM).schema.getUpdateSchemaSQL({ wrap: false });
  // Triggers and functions belong to the migrations alone, and so does what PostgreSQL keeps for the search; entities do not know them.
  const isUnknown = (line: string) =>
    /^drop (trigger|function) |^drop index "\w+_(words|folded)_index";|drop column "words";$/.test(line);
  const wanted = sql.split('\n').filter((line) => line && !isUnknown(line));
  expect(wanted).toEqual([]);
});
