import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = join('dist', 'console');

/**
 * Where the built console is, looked for from the program's own place upwards and then from the working folder, so
 * that the built program, a test and a checkout find the same.
 *
 * @returns undefined when it was not built
 */
export function findBuiltConsole(): string | undefined {
  for (const start of [dirname(process.argv[1] ?? ''), process.cwd()]) {
    for (let at = start; ; at = dirname(at)) {
      if (existsSync(join(at, folder, 'index.html'))) return join(at, folder);
      if (at === dirname(at)) break;
    }
  }
  return undefined;
}
