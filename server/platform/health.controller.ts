// For those who run it: is it alive, is it ready.
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { REDIS } from './redis.ts';

@Controller()
export class HealthController {
  constructor(
    private readonly em: EntityManager,
    @Inject(REDIS) private readonly redis: Redis | null,
  ) {}

  /** The process answers. */
  @Get('healthz')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** All that it stands on answers as well. */
  @Get('readyz')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.em.execute('select 1');
      await this.redis?.ping();
    } catch {
      throw new ServiceUnavailableException();
    }
    return { status: 'ok' };
  }
}
