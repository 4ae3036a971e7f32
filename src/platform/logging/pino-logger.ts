import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { describeError } from './describe-error.js';
import { currentRequestId } from './request-id.js';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Of a line that Nest itself writes. Ours have events of their own: see `Log`. */
const frameworkEvent = 'framework.message';

/** Nest's logging as JSON lines, each with the id of the request that is being answered. Phones are never passed here as they are: see `hashPhone`. */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param to where the lines go; standard output when left out */
  constructor(level: string, to?: DestinationStream) {
    const options: LoggerOptions = {
      level,
      base: { app: 'budkavle' },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      mixin: () => ({ requestId: currentRequestId() }),
    };
    this.pino = to ? pino(options, to) : pino(options);
  }

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.write('fatal', message, rest);

  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const fields = typeof message === 'object' && message !== null ? message : {};
    // Nest calls (message, stack, context) and (message, context); what stands beside an object is its message.
    const between = rest.length > 1 && typeof rest[0] === 'string' ? rest[0] : undefined;
    const text = typeof message === 'string' ? message : between;
    const stack = typeof message === 'string' && between !== undefined ? { stack: between } : {};
    this.emit(
      level,
      {
        event: frameworkEvent,
        ...fields,
        ...stack,
        logger: typeof context === 'string' ? context : undefined,
      },
      text,
    );
  }

  private emit(level: Level, fields: object, text: string | undefined): void {
    this.pino[level](fields, text);
  }
}
