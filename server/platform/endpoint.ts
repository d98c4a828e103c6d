// Binds a controller method to its entry in the contract: path and method from routes.ts, schemas from api.ts.
import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { api } from '../../shared/api.ts';
import { routes, type RouteName } from '../../shared/routes.ts';
import { AppError } from './app-error.ts';

const ENDPOINT = Symbol('endpoint');

/** Serves the endpoint of this name; its method is one line that hands `@Given()` to the service. */
export function Endpoint(name: RouteName): MethodDecorator {
  const [method, path] = routes[name].split(' ') as [keyof typeof RequestMethod, string];
  return applyDecorators(
    RequestMapping({ method: RequestMethod[method], path }),
    HttpCode(200),
    SetMetadata(ENDPOINT, name),
  );
}

/** The endpoint that a handler serves; undefined for the few doors outside of the contract (health, metrics). */
export function endpointOf(context: ExecutionContext): RouteName | undefined {
  return Reflect.getMetadata(ENDPOINT, context.getHandler()) as RouteName | undefined;
}

/** The request's `{ params, query, body }`, parsed by the endpoint's schemas. Its type is `Input<name>`. */
export const Given = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const name = endpointOf(context);
  if (!name) throw new Error('@Given() stands on a method without @Endpoint()');
  const { params, query, body } = api[name] as Partial<Record<'params' | 'query' | 'body', z.ZodType>>;
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    params: params && parse(params, request.params),
    query: query && parse(query, request.query),
    body: body && parse(body, request.body),
  };
});

/** Parses what came from outside, or refuses it as `bad_request` with the places that did not fit (never their values). */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, 10)
    .map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new AppError('bad_request', { issues });
}
