import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { specFiles } from '../test/sets/spec-files.mjs';
import { embeddedTemplate, withEmbeddedDatabases } from './embedded.mjs';
import { root } from './prepare.mjs';
import { fail, findChromium, jest, leaveOut } from './steps.mjs';

const { TEST_DATABASE_URL = '', TEST_REDIS_URL = '' } = process.env;

/** Whether there are services to test on that are not embedded. */
export const hasServers = TEST_DATABASE_URL !== '';

// What a terminal happens to hold must not reach the tests.
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

/** Embedded databases at once: a worker and its database take turns, so that two use little more than one processor. */
const sessions = 2;

/**
 * Integration on the embedded database: of all files, or of those that say that it differs there. All clients of such a
 * database share one session, so each of Jest's workers has a database of its own.
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

/** Notes which integration files did not run on the embedded database. */
export function leaveOutUnmarked(where) {
  const files = specFiles('integration');
  const unmarked = files.filter(({ mark }) => !mark).length;
  leaveOut(`integration on the embedded database, ${unmarked} of ${files.length} files`, where);
}

/**
 * On a real PostGIS, and on Redis where there is one; in parts, each with databases of its own. Two parts were 800 s and 285 s
 * long: Jest deals files out by a hash of their path.
 */
export function integrationReal() {
  if (!TEST_REDIS_URL) leaveOut('integration on Redis', 'TEST_REDIS_URL is not set');
  const parts = [1, 2, 3, 4];
  return parts.map(
    (part) => () =>
      jest(
        `integration, real, part ${part}`,
        'integration-sets',
        ['--maxWorkers=1', `--shard=${part}/${parts.length}`],
        {
          ...real,
          TEST_RUN: `part${part}`,
        },
      ),
  );
}

/** The whole product in a browser, on embedded services. */
export const endToEnd = (program) =>
  inBrowser('end to end, embedded', process.execPath, () => embedded(program));

/** The built program on the Node of the image: on real services where there are any, since that is how the image runs. */
export async function endToEndOnImageNode(program) {
  const version = readFileSync(path.join(root, '.nvmrc'), 'utf8').trim();
  const name = `end to end, ${hasServers ? 'real' : 'embedded'}, Node ${version}`;
  const node = await nodeOf(version).catch((error) =>
    fail(name, `Node ${version} is needed, and npm could not bring it along:\n${error.message}`),
  );
  if (node) await inBrowser(name, node, () => (hasServers ? real : embedded(program)));
}

const embedded = async (program) => ({ ...bare, TEST_EMBEDDED_TEMPLATE: await embeddedTemplate(program) });

async function inBrowser(name, node, services) {
  const chromium = findChromium();
  if (!chromium)
    return leaveOut(
      name,
      'no Chromium was found; install one, or name it in CHROMIUM (Debian: apt-get install chromium)',
    );
  await jest(name, 'e2e', ['--maxWorkers=1'], { ...(await services()), CHROMIUM: chromium }, node);
}

/** @returns the program of a major version of Node: this one, or one that npm fetches */
async function nodeOf(version) {
  if (process.versions.node.split('.')[0] === version) return process.execPath;
  const { stdout } = await promisify(execFile)(
    'npx',
    ['--yes', '-p', `node@${version}`, 'node', '-p', 'process.version + " " + process.execPath'],
    { cwd: root, shell: process.platform === 'win32' },
  );
  const [is, program] = stdout.trim().split(/ (.*)/);
  if (!is.startsWith(`v${version}.`)) throw new Error(`npx gave ${is}`);
  return program;
}
