// Puts the hub together on a migrated database; main.ts and the tests both start it from here.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { createAdapter, prepareHttp } from './platform/http.ts';
import { createLogger } from './platform/logger.ts';
import { Metrics } from './platform/metrics.ts';
import type { Foundation } from './platform/platform.module.ts';
import { RealtimeGateway } from './realtime/realtime.gateway.ts';

/** The hub, ready to listen. `webFolder` is the built web client, or null for the API alone. */
export async function createApp(
  foundation: Foundation,
  webFolder: string | null,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(foundation),
    createAdapter(foundation.config),
    { logger: createLogger(foundation.config.logLevel), abortOnError: false },
  );
  await prepareHttp(app, foundation.config, webFolder);
  await app.init();
  const gateway = app.get(RealtimeGateway);
  app.get(Metrics).gauge('dinh_sockets', 'Sockets of this process.', () => gateway.connectionCount);
  return app;
}
