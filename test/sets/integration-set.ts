import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sets = 6;

/**
 * Defines every sixth integration test file as part of this one. Jest reads the whole program anew for each test file it
 * runs, which takes it longer than most of them do; the files of a set share it.
 *
 * @param n 1 to 6
 */
export function integrationSet(n: number): void {
  for (const file of sharers().filter((_, at) => at % sets === n - 1))
    describe(file, () => {
      jest.requireActual(join(process.cwd(), file));
    });
}

/** Longest first, so that no set has all the long ones. Those that replace modules need a program of their own. */
function sharers(): string[] {
  const sizeOf = (file: string): number => statSync(file).size;
  return ['src', 'geo', 'test']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.int-spec\.tsx?$/.test(file) && !readFileSync(file, 'utf8').includes('jest.mock('))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a.localeCompare(b));
}
