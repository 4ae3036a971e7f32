import { Logger } from '@nestjs/common';

interface LogEvent {
  readonly level: 'info' | 'warn' | 'error';
  /** What happened. The text is the same on every line; variable data is in fields. */
  readonly message: string;
  /** What an operator should do. */
  readonly advice: string;
}

/** Fields that every line already has. */
type OwnFields = 'app' | 'event' | 'level' | 'logger' | 'msg' | 'requestId' | 'time';
type Fields = Readonly<Record<string, unknown>> & { readonly [own in OwnFields]?: never };

/**
 * The log events of a capability, by name: `subject.fact`, lower-case, stable. `npm run log-events` writes the list of
 * all events to docs/log-events.md.
 */
export const logEvents = <Name extends string>(table: Readonly<Record<Name, LogEvent>>) => table;

/** Writes log lines. Each line has an event from the capability's table, which sets its level and message. */
export class Log<Name extends string> {
  private readonly lines: Logger;

  /** @param logger value of the field `logger`: the part of the program that writes */
  constructor(
    logger: string,
    private readonly events: Readonly<Record<Name, LogEvent>>,
  ) {
    this.lines = new Logger(logger);
  }

  /** @param fields the variable data; an error is `err`. Never log a phone number in clear: see `hashPhone`. */
  write(event: Name, fields: Fields = {}): void {
    const { level, message } = this.events[event];
    this.lines[level === 'info' ? 'log' : level]({ event, msg: message, ...fields });
  }
}
