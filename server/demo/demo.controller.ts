import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '../../shared/api.ts';
import type { Done } from '../../shared/common.ts';
import type { DemoPerson } from '../../shared/identity.ts';
import { setSessionCookie } from '../identity/session-cookie.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { DemoService } from './demo.service.ts';

@Controller()
export class DemoController {
  constructor(
    private readonly demo: DemoService,
    private readonly limits: RateLimits,
  ) {}

  @Endpoint('demo.list')
  list(): Promise<DemoPerson[]> {
    return this.demo.list();
  }

  @Endpoint('demo.signIn')
  async signIn(
    @Given() { body }: Input<'demo.signIn'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Done> {
    await this.limits.take('signInAddress', request.ip);
    setSessionCookie(request, reply, await this.demo.signIn(body.key, request.headers['user-agent']));
    return { ok: true };
  }
}
