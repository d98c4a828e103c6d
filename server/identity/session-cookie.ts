import { stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from './sessions.service.ts';

/** Gives the device its token, or takes it away with `null`. Secure wherever the visitor came by https. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  session: { token: string; maxAgeSeconds: number } | null,
): void {
  void reply.header(
    'set-cookie',
    stringifySetCookie({
      name: SESSION_COOKIE,
      value: session?.token ?? '',
      maxAge: session?.maxAgeSeconds ?? 0,
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: request.protocol === 'https',
    }),
  );
}
