// The door: turns the session cookie into an actor, and refuses requests that another site made in a person's name.
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { api } from '../../shared/api.ts';
import { AppError } from '../platform/app-error.ts';
import type { Config } from '../platform/config.ts';
import { endpointOf } from '../platform/endpoint.ts';
import { isTrustedOrigin } from '../platform/origin.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { CONFIG } from '../platform/tokens.ts';
import type { ActorRequest } from './actor.ts';
import { SessionsService } from './sessions.service.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionsService,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = endpointOf(context);
    if (!name) return true; // health, metrics and the API's description guard themselves
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const isUnsafe = !safeMethods.has(request.method);
    if (isUnsafe && !isTrustedOrigin(request.headers, this.config.publicOrigins)) {
      throw new AppError('origin_refused');
    }
    request.actor = await this.sessions.actorOf(request.headers.cookie);
    if (!request.actor && !('isPublic' in api[name])) throw new AppError('unauthenticated');
    if (request.actor && isUnsafe) await this.limits.take('write', request.actor.personId);
    return true;
  }
}
