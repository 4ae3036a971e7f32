import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { specFiles } from '../test/sets/spec-files.mjs';
import { embeddedTemplate, withEmbeddedDatabases } from './embedded.mjs';
import { root } from './prepare.mjs';
import { fail, findChromium, jest, leaveOut } from './steps.mjs';

const { TEST_DATABASE_URL = '', TEST_REDIS_URL = '' } = process.env;

/** Whether a real PostgreSQL server is given for the tests. */
export const hasServers = TEST_DATABASE_URL !== '';

// Variables that happen to be set in the terminal must not reach the tests.
const bare = {
  DATABASE_URL: '',
  REDIS_URL: '',
  TEST_DATABASE_URL: '',
  TEST_REDIS_URL: '',
  TEST_EMBEDDED: '',
  TEST_EMBEDDED_TEMPLATE: '',
};
const real = { ...bare, TEST_DATABASE_URL, TEST_REDIS_URL };

export const unit = () => jest('unit', 'unit-sets', ['--maxWorkers=1'], bare);

/** Number of embedded databases. A Jest worker and its database take turns: two need little more than one processor. */
const sessions = 2;

/**
 * Integration tests on the embedded database: all files, or only those marked "Also on the embedded database". All
 * clients of an embedded database share one session, so each Jest worker has its own database.
 */
export const integrationEmbedded = (program, { all }) =>
  withEmbeddedDatabases(program, sessions, (urls) =>
    jest(
      all ? 'integration, embedded' : 'integration, embedded, marked files',
      all ? 'integration-sets' : 'marked-sets',
      [`--maxWorkers=${sessions}`],
      { ...bare, TEST_DATABASE_URL: urls.join(','), TEST_EMBEDDED: 'true' },
    ),
  );

/** Records how many integration files did not run on the embedded database. */
export function leaveOutUnmarked(where) {
  const files = specFiles('integration');
  const unmarked = files.filter(({ mark }) => !mark).length;
  leaveOut(`integration on the embedded database, ${unmarked} of ${files.length} files`, where);
}

/**
 * Integration tests on a real PostGIS, and on Redis if one is given. They run in parts, each with its own databases: a
 * part is one set, and the last part also takes the files that share no program.
 *
 * @param node the Node to run them on
 */
export function integrationReal(node) {
  if (!TEST_REDIS_URL) leaveOut('integration on Redis', 'TEST_REDIS_URL is not set');
  const sets = readdirSync(path.join(root, 'test', 'sets')).filter((file) =>
    /^integration-\d+\.set\.ts$/.test(file),
  );
  return sets.map((set, at) => () => {
    const part = at + 1;
    const others = sets.slice(0, -1).map((file) => `test/sets/${file}`);
    const chosen =
      part < sets.length
        ? ['--testPathPatterns', `test/sets/${set}`]
        : ['--testPathIgnorePatterns', ...others, '/node_modules/'];
    return jest(
      `integration, real, part ${part}, Node ${node.version}`,
      'integration-sets',
      ['--maxWorkers=1', ...chosen],
      { ...real, TEST_RUN: `part${part}` },
      node.program,
    );
  });
}

/**
 * The product in a browser on embedded services, and its start and stop. On the embedded services the pages are the
 * same, so one alert passes through all of them, unless `all` asks for everything.
 */
export const endToEnd = (program, { all }) =>
  inBrowser('end to end, embedded', process.execPath, () => embedded(program), [
    'start-and-stop',
    all ? 'product' : 'one-alert',
  ]);

/** Records which end-to-end tests did not run on the embedded services. */
export const leaveOutProduct = (where) =>
  leaveOut('end to end on the embedded services, all but start, stop and one alert', where);

/** The built program on the image's Node version. Uses the real services if given, because the image runs on them. */
export const endToEndOnImageNode = (program, { version, program: node }) =>
  inBrowser(
    `end to end, ${hasServers ? 'real' : 'embedded'}, Node ${version}`,
    node,
    () => (hasServers ? real : embedded(program)),
    ['product'],
  );

const embedded = async (program) => ({ ...bare, TEST_EMBEDDED_TEMPLATE: await embeddedTemplate(program) });

async function inBrowser(name, node, services, specs) {
  const chromium = findChromium();
  if (!chromium)
    return leaveOut(
      name,
      'Chromium was not found; install it (Debian: apt-get install chromium), or set CHROMIUM to its path',
    );
  await jest(
    name,
    'e2e',
    ['--maxWorkers=1', '--testPathPatterns', ...specs],
    { ...(await services()), CHROMIUM: chromium },
    node,
  );
}

/**
 * The Node of the image: the one running now, or one that npm fetches. If npm can't, that is a failed step, and the Node
 * running now is used.
 *
 * @returns its major version, and the path of its binary
 */
export async function nodeOfImage() {
  const running = { version: process.versions.node.split('.')[0], program: process.execPath };
  const version = readFileSync(path.join(root, '.nvmrc'), 'utf8').trim();
  if (running.version === version) return running;
  try {
    const { stdout } = await promisify(execFile)(
      'npx',
      ['--yes', '-p', `node@${version}`, 'node', '-p', 'process.version + " " + process.execPath'],
      { cwd: root, shell: process.platform === 'win32' },
    );
    const [is, program] = stdout.trim().split(/ (.*)/);
    if (!is.startsWith(`v${version}.`)) throw new Error(`npx gave ${is}`);
    return { version, program };
  } catch (error) {
    fail(`Node ${version}`, `Node ${version} is needed, and npm could not fetch it:\n${error.message}`);
    return running;
  }
}
