import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '../../shared/api.ts';
import { FileSending } from '../files/file.sending.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { MessageFilesService } from './message-files.service.ts';

@Controller()
export class MessageFilesController {
  constructor(
    private readonly files: MessageFilesService,
    private readonly sending: FileSending,
  ) {}

  @Endpoint('file.read')
  async read(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'file.read'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.sending.send(request, reply, await this.files.access(actor, params.fileId), params.form);
  }
}
