import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds a file that is shipped beside the program: from the program's own place upwards, then from the working folder.
 * The built program, a test and a checkout find the same.
 *
 * @param name path from the project's root
 * @returns undefined when it isn't there
 */
export function findProjectFile(name: string): string | undefined {
  for (const start of [dirname(process.argv[1] ?? ''), process.cwd()])
    for (let at = start; ; at = dirname(at)) {
      if (existsSync(join(at, name))) return join(at, name);
      if (at === dirname(at)) break;
    }
  return undefined;
}
