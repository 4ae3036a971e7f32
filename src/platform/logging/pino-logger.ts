import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { describeError } from './describe-error.js';
import { currentRequestId } from './request-id.js';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Event of lines that Nest itself writes. Our lines have their own events: see `Log`. */
const frameworkEvent = 'framework.message';

/**
 * Nest's logger, writing JSON lines with the id of the current request. Never pass phone numbers in clear: see
 * `hashPhone`.
 */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param to destination of the lines; standard output by default */
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
    // Nest calls (message, stack, context) or (message, context). A string after an object is the message.
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
