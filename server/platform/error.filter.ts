// The one place where an error becomes a reply: an HTTP body, or a socket's acknowledgement.
import {
  Catch,
  HttpException,
  Injectable,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { errorStatus, type ErrorCode } from '../../shared/errors.ts';
import { AppError } from './app-error.ts';
import { isOutage } from './outage.ts';

const codeOfStatus: Record<number, ErrorCode> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'payload_too_large',
  429: 'rate_limited',
  503: 'unavailable',
};

/** SQLSTATEs of a value that no schema foresaw: not a text, a time, a number, or none that fits. */
const UNTAKEN = /^(22001|22003|22007|22008|22021|22P02|22P05)$/;

@Injectable()
@Catch()
export class ErrorFilter implements ExceptionFilter {
  readonly #logger = new Logger('Errors');

  catch(error: unknown, host: ArgumentsHost): void {
    const refusal = this.toAppError(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const retryAfter = refusal.data?.retryAfter;
    if (retryAfter) void reply.header('retry-after', String(retryAfter));
    void reply.status(refusal.status).type('application/json; charset=utf-8').send(refusal.body);
  }

  /** Anything thrown, as a refusal that may be told. What nobody foresaw is logged, without the request's content. */
  toAppError(error: unknown): AppError {
    if (error instanceof AppError) return error;
    const status = statusOf(error);
    if (status && status < 500) return new AppError(codeOfStatus[status] ?? 'bad_request');
    if (status === errorStatus.unavailable) return new AppError('unavailable');
    if (isOutage(error)) {
      const { name, code } = error as { name: string; code?: unknown };
      this.#logger.warn({ name, code, message: 'PostgreSQL or Redis did not answer' });
      return new AppError('unavailable');
    }
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && UNTAKEN.test(code)) {
      this.#logger.warn({ code, message: 'PostgreSQL does not take a value' });
      return new AppError('bad_request');
    }
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    // A database error's message can quote values; its first stack frames tell enough.
    const isOurs = name === 'Error' || name === 'TypeError';
    this.#logger.error({
      name,
      code,
      message: isOurs ? message : undefined,
      at: stack?.match(/\n\s+at .*/g)?.slice(0, 8),
    });
    return new AppError('internal');
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
