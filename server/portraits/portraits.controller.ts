import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Input } from '../../shared/api.ts';
import type { Done } from '../../shared/common.ts';
import type { Me } from '../../shared/identity.ts';
import { FileSending } from '../files/file.sending.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { portraitKey } from './portrait.key.ts';
import { PortraitsService } from './portraits.service.ts';

@Controller()
export class PortraitsController {
  constructor(
    private readonly portraits: PortraitsService,
    private readonly sending: FileSending,
  ) {}

  @Endpoint('me.photo')
  set(@CurrentActor() actor: Actor, @Req() { body }: FastifyRequest): Promise<Me> {
    if (!(body instanceof Readable)) throw new AppError('bad_request');
    return this.portraits.set(actor, body);
  }

  @Endpoint('person.photo')
  async read(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'person.photo'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.portraits.access(actor, params.personId, params.version);
    await this.sending.sendForLong(request, reply, portraitKey(params.personId), params.form);
  }

  @Endpoint('person.removePhoto')
  async remove(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'person.removePhoto'>,
  ): Promise<Done> {
    await this.portraits.remove(actor, params.personId);
    return { ok: true };
  }
}
