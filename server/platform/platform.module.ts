// What every feature stands on: configuration, database, Redis, events, limits, errors, jobs.
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, ModuleRef } from '@nestjs/core';
import type { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from './config.ts';
import { connectionOptions, giveUpSilent, PLANNED_ONCE } from './database.ts';
import { ErrorFilter } from './error.filter.ts';
import { Events } from './events.ts';
import { HealthController } from './health.controller.ts';
import { Jobs } from './jobs.ts';
import { Metrics, MetricsController } from './metrics.ts';
import { OpenapiController } from './openapi.controller.ts';
import { RateLimits } from './rate-limits.ts';
import { REDIS } from './redis.ts';
import { CONFIG, DATABASE_URL, POOL } from './tokens.ts';

export interface Foundation {
  config: Config;
  /** The migrated database; the configured one, or the embedded one. */
  databaseUrl: string;
  redis: Redis | null;
}

/** Few, for one machine's database; and kept: a word after a quiet minute waits for no connection, and for no plan made anew. */
const CONNECTIONS = 4;
const KEPT_MS = 10 * 60_000;

@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly moduleRef: ModuleRef) {}

  static with({ config, databaseUrl, redis }: Foundation): DynamicModule {
    const pool = new pg.Pool({
      ...connectionOptions,
      options: PLANNED_ONCE,
      connectionString: databaseUrl,
      max: CONNECTIONS,
      idleTimeoutMillis: KEPT_MS,
    });
    pool.on('error', () => undefined); // a lost idle connection is replaced at the next use
    giveUpSilent(pool);
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: REDIS, useValue: redis },
      { provide: POOL, useValue: pool },
      { provide: DATABASE_URL, useValue: databaseUrl },
      Jobs,
      Events,
      RateLimits,
      ErrorFilter,
      Metrics,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        MikroOrmModule.forRoot({
          driver: PostgreSqlDriver,
          clientUrl: databaseUrl,
          autoLoadEntities: true,
          pool: { max: 12 },
          driverOptions: { ...connectionOptions, onPoolCreated: giveUpSilent },
          ignoreUndefinedInQuery: true,
          // The tables of pg-boss are its own.
          schemaGenerator: { ignoreSchema: ['jobs'] },
          discovery: { warnWhenNoEntities: false },
        }),
      ],
      controllers: [HealthController, MetricsController, OpenapiController],
      providers: [...providers, { provide: APP_FILTER, useExisting: ErrorFilter }],
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.moduleRef.get<pg.Pool>(POOL).end();
  }
}
