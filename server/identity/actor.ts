// Who acts: what the session cookie turns into, and what every service takes as its first parameter.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export interface Actor {
  personId: string;
  sessionId: string;
}

/** The request with the actor that the guard found; null on public endpoints without a session. */
export type ActorRequest = FastifyRequest & { actor: Actor | null };

/** The signed-in actor. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('@CurrentActor() stands on a public endpoint');
  return actor;
});
