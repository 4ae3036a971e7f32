import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The files of this family of sets, longest first; jest.config.js finds them. */
declare const shared: readonly string[];

/**
 * Runs several test files as part of this one. Jest loads the whole program again for each test file, which takes
 * longer than most files run. The files of a set share one loaded program.
 *
 * @param ownName name of the calling file; the sets of its family (`unit`, `integration`, `marked`) share out all files
 */
export function testSet(ownName: string): void {
  const family = basename(ownName).replace(/-?\d*\.set\.ts$/, '');
  const sets = readdirSync(join('test', 'sets')).filter(
    (file) => file.endsWith('.set.ts') && file.startsWith(family),
  );
  const own = sets.indexOf(basename(ownName));
  // Dealt out in turns, so that no set gets all the long files.
  for (const file of shared.filter((_, at) => at % sets.length === own))
    describe(file, () => {
      jest.requireActual(join(process.cwd(), file));
    });
}
