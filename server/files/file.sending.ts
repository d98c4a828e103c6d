// A kept file as an answer: in parts where they are asked for, never run by a browser, and never kept for the next one who
// uses the same phone.
import send from '@fastify/send';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Injectable } from '@nestjs/common';
import { basename, dirname } from 'node:path';
import type { FileForm } from '../../shared/files.ts';
import { AppError } from '../platform/app-error.ts';
import type { File } from './file.entity.ts';
import { FileStore } from './file.store.ts';

/** How long a browser shows it without asking again whether its reader still may. */
const KEPT_SECONDS = 300;

// Viewers of PDF need to style and embed it; nothing else of ours is opened in a window of its own.
const policies = {
  opened: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
  closed: "default-src 'none'; frame-ancestors 'none'; sandbox",
};

@Injectable()
export class FileSending {
  constructor(private readonly store: FileStore) {}

  /** Answers with the file in this form. Whether its asker may have it was looked at before. */
  async send(request: FastifyRequest, reply: FastifyReply, file: SentFile, form: FileForm): Promise<void> {
    if ((form === 'whole') === (file.kind === 'photo')) throw new AppError('not_found');
    const isOpened = file.type === 'application/pdf';
    const isShown = isOpened || file.kind !== 'file';
    await this.#send(request, reply, this.store.path(file.objectId, form), {
      'content-type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type!,
      'content-disposition': disposition(isShown ? 'inline' : 'attachment', file),
      'content-security-policy': isOpened ? policies.opened : policies.closed,
      'cache-control': `private, max-age=${KEPT_SECONDS}`,
    });
  }

  /** The same for a picture whose address is another one as soon as the picture is: it is asked for once. */
  async sendForLong(request: FastifyRequest, reply: FastifyReply, id: string, form: FileForm): Promise<void> {
    await this.#send(request, reply, this.store.path(id, form), {
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'content-security-policy': policies.closed,
      'cache-control': 'private, max-age=31536000, immutable',
    });
  }

  async #send(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    more: Record<string, string>,
  ): Promise<void> {
    const { statusCode, headers, stream } = await send(request.raw, basename(path), {
      root: dirname(path),
      cacheControl: false,
      contentType: false,
    });
    if (statusCode === 404) throw new AppError('not_found');
    await reply
      .status(statusCode)
      .headers({ ...headers, ...more, vary: 'cookie' })
      .send(stream);
  }
}

export type SentFile = Pick<File, 'objectId' | 'kind' | 'name' | 'type'>;

/** The name in letters that every header may hold, and beside it as it is (RFC 6266). */
function disposition(how: 'inline' | 'attachment', { name }: SentFile): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/[^\w .()-]/g, '')
      .trim() || 'file';
  const exact = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
