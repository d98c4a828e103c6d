import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '../../shared/api.ts';
import type { Done } from '../../shared/common.ts';
import type { MyMembership } from '../../shared/places.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { setSessionCookie } from '../identity/session-cookie.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { JoiningService } from './joining.service.ts';

@Controller()
export class JoiningController {
  constructor(
    private readonly joining: JoiningService,
    private readonly limits: RateLimits,
  ) {}

  @Endpoint('invitation.join')
  async join(
    @Given() { params, body }: Input<'invitation.join'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Done> {
    await this.limits.take('join', request.ip);
    setSessionCookie(
      request,
      reply,
      await this.joining.join(params.code, body, request.headers['user-agent']),
    );
    return { ok: true };
  }

  @Endpoint('invitation.accept')
  accept(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'invitation.accept'>,
  ): Promise<MyMembership> {
    return this.joining.accept(actor, params.code, body.household);
  }
}
