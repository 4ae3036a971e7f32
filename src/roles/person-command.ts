import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CommandLineWrong, readCommandLine } from './command-line.js';

/**
 * The number and the reason, for both commands about one person. The number is the first line of standard input, unless
 * it is given as an argument. An argument is visible in the shell's history and in the process list of every user.
 *
 * @throws CommandLineWrong
 */
export async function personOf(
  argv: readonly string[],
  usage: string,
  input: Readable & { readonly isTTY?: boolean } = process.stdin,
): Promise<{ readonly phone: string; readonly reason: string }> {
  const { given, reason } = argumentsOf(argv, usage);
  const phone = given === undefined || given === '-' ? await firstLine(input) : given;
  if (!phone) throw new CommandLineWrong(usage, 'It needs a number.');
  return { phone, reason };
}

function argumentsOf(argv: readonly string[], usage: string) {
  const { values, positionals } = readCommandLine(argv, usage, {
    allowPositionals: true,
    options: { reason: { type: 'string' }, yes: { type: 'boolean', default: false } },
  });
  const [given, ...more] = positionals;
  const reason = values.reason?.trim();
  if (reason && more.length === 0) return { given, reason };
  throw new CommandLineWrong(usage, 'It needs --reason, and one number at most.');
}

async function firstLine(input: Readable & { readonly isTTY?: boolean }): Promise<string> {
  // Not on standard output, which may be redirected to a file.
  if (input.isTTY) process.stderr.write('Number: ');
  const lines = createInterface({ input });
  try {
    for await (const line of lines) return line.trim();
    return '';
  } finally {
    lines.close();
    input.destroy();
  }
}
