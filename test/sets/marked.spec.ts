import { specFiles } from './spec-files.mjs';

const files = specFiles('integration');
const marked = files.filter(({ mark }) => mark);

/**
 * What behaves differently on the embedded database. `capability` marks a sample of a folder that has none of these.
 */
const topics = ['session', 'queue', 'postgis', 'migrations', 'planner', 'capability'];

/** E.g. `src/dispatch` for `src/dispatch/gap/restored.int-spec.ts`. Each folder of the platform is a capability too. */
const capabilityOf = (file: string): string =>
  /^src\/(platform\/)?[^/]+/.exec(file)?.[0] ?? /^[^/]+/.exec(file)![0];

describe('the files that run on the embedded database with every change', () => {
  it('are marked with the known topics, and every topic is used', () => {
    const used = new Set(marked.map(({ mark }) => mark!.topic));
    expect([...used].sort()).toEqual([...topics].sort());
  });

  it('include a file of every capability that depends on the database', () => {
    const all = new Set(files.map(({ file }) => capabilityOf(file)));
    for (const { file } of marked) all.delete(capabilityOf(file));
    // These do not depend on what differs: the intake of requests, the simulator, a check of the tests' own.
    expect([...all].sort()).toEqual(['src/platform/http', 'src/simulator', 'test']);
  });
});
