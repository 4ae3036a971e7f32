import { Logger } from '@nestjs/common';

interface LogEvent {
  readonly level: 'info' | 'warn' | 'error';
  /** What happened, in words that are the same on every line: what differs is in fields. */
  readonly message: string;
  /** What an operator does about it. */
  readonly advice: string;
}

/** The names that every line has anyway. */
type OwnFields = 'app' | 'event' | 'level' | 'logger' | 'msg' | 'requestId' | 'time';
type Fields = Readonly<Record<string, unknown>> & { readonly [own in OwnFields]?: never };

/**
 * The log events of a capability, by name: `subject.fact`, lower-case, stable. `npm run log-events` lists those of all
 * capabilities in docs/log-events.md.
 */
export const logEvents = <Name extends string>(table: Readonly<Record<Name, LogEvent>>) => table;

/** Writes log lines. Each has an event of the capability's table, which says the level and the message. */
export class Log<Name extends string> {
  private readonly lines: Logger;

  /** @param logger names the writer, in the field `logger` */
  constructor(
    logger: string,
    private readonly events: Readonly<Record<Name, LogEvent>>,
  ) {
    this.lines = new Logger(logger);
  }

  /** @param fields what differs from line to line; an error is `err`. No phone as it is: see `hashPhone`. */
  write(event: Name, fields: Fields = {}): void {
    const { level, message } = this.events[event];
    this.lines[level === 'info' ? 'log' : level]({ event, msg: message, ...fields });
  }
}
