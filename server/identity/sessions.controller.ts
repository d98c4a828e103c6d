import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '../../shared/api.ts';
import type { Done } from '../../shared/common.ts';
import type { SessionView, SignInResult } from '../../shared/identity.ts';
import { AppError } from '../platform/app-error.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { CurrentActor, type Actor } from './actor.ts';
import { mobileNumber, PeopleService } from './people.service.ts';
import { setSessionCookie } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

@Controller()
export class SessionsController {
  constructor(
    private readonly em: EntityManager,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly limits: RateLimits,
  ) {}

  @Endpoint('session.create')
  async create(
    @Given() { body }: Input<'session.create'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInResult> {
    await this.limits.take('signInAddress', request.ip);
    await this.limits.take('signIn', mobileNumber(body.phone));
    const people = await this.people.recognise(body.phone, body.passphrase);
    const chosen = body.personId ? people.filter(({ id }) => id === body.personId) : people;
    if (chosen.length === 0) throw new AppError('bad_credentials');
    if (chosen.length > 1) return { kind: 'choose', people: chosen.map(({ id, name }) => ({ id, name })) };
    const session = this.sessions.open(chosen[0]!.id, request.headers['user-agent']);
    await this.em.flush();
    setSessionCookie(request, reply, session);
    return { kind: 'signed_in' };
  }

  @Endpoint('session.end')
  async end(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Done> {
    await this.sessions.end(actor, actor.sessionId);
    setSessionCookie(request, reply, null);
    return { ok: true };
  }

  @Endpoint('session.list')
  list(@CurrentActor() actor: Actor): Promise<SessionView[]> {
    return this.sessions.list(actor);
  }

  @Endpoint('session.endOther')
  async endOther(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'session.endOther'>,
  ): Promise<Done> {
    await this.sessions.end(actor, params.sessionId);
    return { ok: true };
  }
}
