// Logs are JSON lines. They hold routes, statuses and codes; never the text of a message, a phone number or a token.
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** What Nest tells of its own wiring, a hundred lines at each start. */
const WIRING = new Set<unknown>([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** The lines of requests are written several at a time; what went wrong is written at once. */
const GATHERED_BYTES = 8 * 1024;
const FLUSH_EVERY_MS = 500;
const AT_ONCE = new Set(['warn', 'error', 'fatal']);

/** A process has one, however many hubs it runs. */
const output = pino.destination({ minLength: GATHERED_BYTES });
setInterval(() => output.flush(), FLUSH_EVERY_MS).unref();
process.on('exit', () => output.flushSync());

/** Nest's logger on pino: `log('words')` or `log({ fields })`, with the context as a field. */
export function createLogger(level: string): LoggerService {
  const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, output);
  const write =
    (level: 'info' | 'warn' | 'error' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
      const shown = level === 'info' && WIRING.has(context) ? 'debug' : level;
      if (typeof message === 'object') logger[shown]({ context, ...message });
      else logger[shown]({ context }, String(message));
      if (AT_ONCE.has(level)) output.flushSync();
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
