import { specFiles } from './spec-files.mjs';

const files = specFiles('integration');
const marked = files.filter(({ mark }) => mark);

/** What behaves otherwise on the embedded database; `capability` is for a sample of a folder that has none of these. */
const topics = ['session', 'queue', 'postgis', 'migrations', 'planner', 'capability'];

/** `src/dispatch` of `src/dispatch/gap/restored.int-spec.ts`, and each folder of the platform by itself. */
const capabilityOf = (file: string): string =>
  /^src\/(platform\/)?[^/]+/.exec(file)?.[0] ?? /^[^/]+/.exec(file)![0];

describe('the files that run on the embedded database with every change', () => {
  it('say for which of the known differences', () => {
    const used = new Set(marked.map(({ mark }) => mark!.topic));
    expect([...used].sort()).toEqual([...topics].sort());
  });

  it('include one of every capability', () => {
    const all = new Set(files.map(({ file }) => capabilityOf(file)));
    for (const { file } of marked) all.delete(capabilityOf(file));
    // These ask no database of what differs: how requests are taken, the simulator, a check of the tests' own.
    expect([...all].sort()).toEqual(['src/platform/http', 'src/simulator', 'test']);
  });
});
