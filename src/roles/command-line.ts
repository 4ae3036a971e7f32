import { parseArgs, type ParseArgsConfig } from 'node:util';
import { StartRefused } from '../platform/processes/start-refused.js';

/** The command line says something a command doesn't know or lacks something it needs. Its message is the usage. */
export class CommandLineWrong extends StartRefused {}

/** The options and the rest of a command line. @throws CommandLineWrong for an option nobody knows */
export function readCommandLine<T extends ParseArgsConfig>(
  argv: readonly string[],
  usage: string,
  known: T,
): ReturnType<typeof parseArgs<T & { args: string[] }>> {
  try {
    return parseArgs({ ...known, args: [...argv] });
  } catch {
    throw new CommandLineWrong(usage);
  }
}

/** For what takes nothing but its name. */
export function takesNothing(argv: readonly string[], usage: string): void {
  readCommandLine(argv, usage, {});
}
