// The API's description, made from the contract itself, so that the two cannot differ.
import { z } from 'zod';
import { api } from '../../shared/api.ts';
import type { Endpoint } from '../../shared/endpoint.ts';
import { errorStatus } from '../../shared/errors.ts';
import { routes, type RouteName } from '../../shared/routes.ts';

type Schemas = Partial<Record<'params' | 'query' | 'body', z.ZodType>> & {
  summary: string;
  isPublic?: true;
  response: z.ZodType;
} & Pick<Endpoint, 'takes' | 'isFile'>;

const json = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, target: 'openapi-3.0', unrepresentable: 'any' });
const content = (schema: unknown) => ({ 'application/json': { schema } });
const bytes = { schema: { type: 'string', format: 'binary' } };

/** OpenAPI 3.0 of every endpoint. */
export function describeApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const [method, path] = route.split(' ') as [string, string];
    const openPath = path.replace(/:(\w+)/g, '{$1}');
    paths[openPath] = {
      ...paths[openPath],
      [method.toLowerCase()]: operation(name as RouteName, api[name as RouteName]),
    };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Đình', version: '1', description: 'Sockets carry events out: see docs/realtime.md.' },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'dinh_session' } },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code'],
              properties: {
                code: { type: 'string', enum: Object.keys(errorStatus) },
                data: { type: 'object' },
              },
            },
          },
        },
      },
    },
    paths,
  };
}

function operation(name: RouteName, given: Schemas) {
  const { summary, isPublic, params, query, body, response, takes, isFile } = given;
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary,
    security: isPublic ? [] : [{ session: [] }],
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(body && { requestBody: { required: true, content: content(json(body, 'input')) } }),
    ...(takes && { requestBody: { required: true, content: { [takes]: bytes } } }),
    responses: {
      200: { description: 'Done', content: isFile ? { '*/*': bytes } : content(json(response, 'output')) },
      default: { description: 'Refused', content: content({ $ref: '#/components/schemas/Error' }) },
    },
  };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query') {
  if (!schema) return [];
  const { properties = {}, required = [] } = json(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}
