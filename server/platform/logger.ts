// Logs are JSON lines. They hold routes, statuses and codes; never the text of a message, a phone number or a token.
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** Nest's logger on pino: `log('words')` or `log({ fields })`, with the context as a field. */
export function createLogger(level: string): LoggerService {
  const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  const write =
    (level: 'info' | 'warn' | 'error' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
      if (typeof message === 'object') logger[level]({ context, ...message });
      else logger[level]({ context }, String(message));
    };
  return {
    log: write('info'),
    warn: write('warn'),
    error: write('error'),
    debug: write('debug'),
    verbose: write('trace'),
    fatal: write('fatal'),
  };
}
