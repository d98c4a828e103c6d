// The HTTP server: bounds, security headers, one log line a request, and the web's pages on the same port.
import { Logger } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressAnswers } from './compression.ts';
import type { Config } from './config.ts';
import { Metrics } from './metrics.ts';

type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** More than any body of the contract needs. */
const BODY_LIMIT = 128 * 1024;

export function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.isBehindProxy,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
}

// The pages bring a policy of their own, with a nonce for each answer; the API answers nothing that a browser should run.
const apiHeaders = helmet({
  contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  referrerPolicy: { policy: 'same-origin' },
});
const pageHeaders = helmet({
  contentSecurityPolicy: false,
  referrerPolicy: { policy: 'same-origin' },
  crossOriginEmbedderPolicy: false,
});

/** Sets up what every request meets. `webFolder` is the built web client; without it only the API is served. */
export async function prepareHttp(
  app: NestFastifyApplication,
  config: Config,
  webFolder: string | null,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const logger = new Logger('Http');
  const metrics = app.get(Metrics);

  // Bytes are for their handler to take, as they come.
  fastify.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));

  if (!config.isBehindProxy) compressAnswers(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    const isPage = !request.url.startsWith('/api');
    (isPage ? pageHeaders : apiHeaders)(request.raw, reply.raw, () => done());
    if (!isPage) void reply.header('cache-control', 'no-store');
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    // The route's pattern, not the address: an address can hold an invitation's code.
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    logger.log({
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });

  const handlerFile = webFolder && join(webFolder, 'handler.js');
  if (!handlerFile || !existsSync(handlerFile)) return;
  // Whether a visitor came by https is for Fastify to say, which knows whether to trust a proxy; the pages ask this header.
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: PageHandler };
  fastify.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/')) {
      void reply.status(404).send({ error: { code: 'not_found' } });
      return;
    }
    reply.hijack();
    request.raw.headers['x-forwarded-proto'] = request.protocol;
    handler(request.raw, reply.raw, () => reply.raw.writeHead(404).end());
  });
}
