import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '../../shared/api.ts';
import { FileSending } from '../files/file.sending.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { CaseFilesService } from './case-files.service.ts';

@Controller()
export class CaseFilesController {
  constructor(
    private readonly files: CaseFilesService,
    private readonly sending: FileSending,
  ) {}

  @Endpoint('case.file')
  async read(
    @CurrentActor() actor: Actor,
    @Given() { params }: Input<'case.file'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.files.access(actor, params.caseId, params.fileId);
    await this.sending.send(request, reply, file, params.form);
  }
}
