import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The files of this family of sets, longest first; jest.config.js finds them. */
declare const shared: readonly string[];

/**
 * Defines some test files as part of this one. Jest reads the whole program anew for each test file it runs, which takes
 * it longer than most of them do; the files of a set share it.
 *
 * @param ownName of the file that calls; its family of sets (`unit`, `integration`, `marked`) has all files among them
 */
export function testSet(ownName: string): void {
  const family = basename(ownName).replace(/-?\d*\.set\.ts$/, '');
  const sets = readdirSync(join('test', 'sets')).filter(
    (file) => file.endsWith('.set.ts') && file.startsWith(family),
  );
  const own = sets.indexOf(basename(ownName));
  // Dealt out in turn, so that no set has all the long ones.
  for (const file of shared.filter((_, at) => at % sets.length === own))
    describe(file, () => {
      jest.requireActual(join(process.cwd(), file));
    });
}
