import { parseArgs, type ParseArgsConfig } from 'node:util';
import { StartRefused } from '../platform/processes/start-refused.js';

/** The command line says something a command doesn't know or lacks something it needs: what, and how it is used. */
export class CommandLineWrong extends StartRefused {
  constructor(
    readonly usage: string,
    what: string,
  ) {
    super(`${what}\n\n${usage}`);
  }
}

/** The options and the rest of a command line. @throws CommandLineWrong for an option nobody knows */
export function readCommandLine<T extends ParseArgsConfig>(
  argv: readonly string[],
  usage: string,
  known: T,
): ReturnType<typeof parseArgs<T & { args: string[] }>> {
  try {
    return parseArgs({ ...known, args: [...argv] });
  } catch (error) {
    // Node's own words; what follows tells how to write a file that begins with a dash.
    const [what = ''] = (error as Error).message.split('. ');
    throw new CommandLineWrong(usage, `${what.replace(/\.$/, '')}.`);
  }
}

/** For what takes nothing but its name. */
export function takesNothing(argv: readonly string[], usage: string): void {
  readCommandLine(argv, usage, {});
}
