import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Files that need a program of their own, which jest.config.js finds. */
declare const alone: readonly string[];

const folder = join('test', 'sets');

/**
 * Defines some test files as part of this one. Jest reads the whole program anew for each test file it runs, which takes
 * it longer than most of them do; the files of a set share it.
 *
 * @param kind how the files' names end
 * @param ownName of the file that calls; its kind of sets share all files among them
 */
export function testSet(kind: 'spec' | 'int-spec', ownName: string): void {
  const family = basename(ownName).replace(/-?\d*\.set\.ts$/, '');
  const sets = readdirSync(folder).filter((file) => file.endsWith('.set.ts') && file.startsWith(family));
  const own = sets.indexOf(basename(ownName));
  for (const file of sharers(kind).filter((_, at) => at % sets.length === own))
    describe(file, () => {
      jest.requireActual(join(process.cwd(), file));
    });
}

/** Longest first, so that no set has all the long ones. */
function sharers(kind: 'spec' | 'int-spec'): string[] {
  const name = new RegExp(`\\.${kind}\\.tsx?$`);
  const sizeOf = (file: string): number => statSync(file).size;
  return ['src', 'geo', 'migrations', 'test']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => name.test(file) && !alone.includes(file))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a.localeCompare(b));
}
