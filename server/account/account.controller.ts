import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '../../shared/api.ts';
import type { Done } from '../../shared/common.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { setSessionCookie } from '../identity/session-cookie.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { ExportService } from './export.service.ts';
import { RemovalService } from './removal.service.ts';

@Controller()
export class AccountController {
  constructor(
    private readonly exports: ExportService,
    private readonly removal: RemovalService,
  ) {}

  @Endpoint('me.export')
  async allow(@CurrentActor() actor: Actor, @Given() { body }: Input<'me.export'>): Promise<Done> {
    await this.exports.allow(actor, body.passphrase);
    return { ok: true };
  }

  @Endpoint('me.download')
  async download(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const archive = await this.exports.open(actor);
    await reply
      .headers({
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${archive.name}"`,
        'cache-control': 'no-store',
      })
      .send(archive.stream);
  }

  @Endpoint('me.remove')
  async remove(
    @CurrentActor() actor: Actor,
    @Given() { body }: Input<'me.remove'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Done> {
    await this.removal.remove(actor, body.passphrase);
    setSessionCookie(request, reply, null);
    return { ok: true };
  }
}
