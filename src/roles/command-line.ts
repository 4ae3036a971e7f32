import { parseArgs, type ParseArgsConfig } from 'node:util';
import { StartRefused } from '../platform/processes/start-refused.js';

/** The command line has an unknown option, or lacks a required one. The message contains the fault and the usage. */
export class CommandLineWrong extends StartRefused {
  constructor(
    readonly usage: string,
    what: string,
  ) {
    super(`${what}\n\n${usage}`);
  }
}

/** Parses the options and arguments of a command line. @throws CommandLineWrong for an unknown option */
export function readCommandLine<T extends ParseArgsConfig>(
  argv: readonly string[],
  usage: string,
  known: T,
): ReturnType<typeof parseArgs<T & { args: string[] }>> {
  try {
    return parseArgs({ ...known, args: [...argv] });
  } catch (error) {
    // The first sentence of Node's message. The next one explains arguments that begin with a dash.
    const [what = ''] = (error as Error).message.split('. ');
    throw new CommandLineWrong(usage, `${what.replace(/\.$/, '')}.`);
  }
}

/** Checks the command line of a command without options. @throws CommandLineWrong if there are any */
export function takesNothing(argv: readonly string[], usage: string): void {
  readCommandLine(argv, usage, {});
}
