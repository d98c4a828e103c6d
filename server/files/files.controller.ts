import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Input } from '../../shared/api.ts';
import type { FileUpload } from '../../shared/files.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { UploadsService } from './uploads.service.ts';

@Controller()
export class FilesController {
  constructor(private readonly uploads: UploadsService) {}

  @Endpoint('file.create')
  create(@CurrentActor() actor: Actor, @Given() { params, body }: Input<'file.create'>): Promise<FileUpload> {
    return this.uploads.create(actor, params.channelId, body);
  }

  @Endpoint('file.append')
  append(
    @CurrentActor() actor: Actor,
    @Given() { params, query }: Input<'file.append'>,
    @Req() { body, headers }: FastifyRequest,
  ): Promise<FileUpload> {
    if (!(body instanceof Readable)) throw new AppError('bad_request');
    const piece = { ...query, length: Number(headers['content-length'] ?? 0), bytes: body };
    return this.uploads.append(actor, params.fileId, piece);
  }
}
