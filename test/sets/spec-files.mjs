import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const names = { unit: /\.spec\.tsx?$/, integration: /\.int-spec\.tsx?$/ };

const files = ['src', 'geo', 'migrations', 'test']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => names.unit.test(file) || names.integration.test(file))
  .sort()
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const replaces = /jest\.(do)?[mM]ock\(|unstable_mockModule|resetModules|isolateModules|useFakeTimers/;
const mark = /^\/\/ Also on the embedded database \(([\w-]+)\): (.+)$/m;

/**
 * The test files, with paths from the project's folder.
 *
 * @param {'unit' | 'integration'} kind
 * @returns `alone` is true if the file replaces modules or the clock, so that it can't share a program with others;
 *   `mark` is set if the file also runs on the embedded database, with the topic and the reason
 */
export const specFiles = (kind) =>
  files
    .filter(({ file }) => names[kind].test(file))
    .map(({ file, text }) => {
      const [, topic, reason] = mark.exec(text) ?? [];
      return {
        file,
        size: text.length,
        alone: replaces.test(text),
        mark: topic === undefined ? undefined : { topic, reason },
      };
    });
