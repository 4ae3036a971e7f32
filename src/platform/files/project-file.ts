import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds a file that ships with the program. Searches from the program's folder upwards, then from the working folder
 * upwards. So the built program, a test and a checkout find the same file.
 *
 * @param name path from the project's root
 * @returns undefined if it doesn't exist
 */
export function findProjectFile(name: string): string | undefined {
  for (const start of [dirname(process.argv[1] ?? ''), process.cwd()])
    for (let at = start; ; at = dirname(at)) {
      if (existsSync(join(at, name))) return join(at, name);
      if (at === dirname(at)) break;
    }
  return undefined;
}
