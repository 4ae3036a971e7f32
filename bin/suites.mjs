import os from 'node:os';
import { embeddedTemplate, withEmbeddedDatabases } from './embedded.mjs';
import { findChromium, jest, leaveOut } from './steps.mjs';

// What a terminal happens to hold must not reach the tests.
const bare = {
  DATABASE_URL: '',
  REDIS_URL: '',
  TEST_DATABASE_URL: '',
  TEST_REDIS_URL: '',
  TEST_EMBEDDED: '',
  TEST_EMBEDDED_TEMPLATE: '',
};

/** The pure ones keep a processor busy while others wait for a database. */
const unit = () => jest('unit', 'unit-sets', ['--maxWorkers', '1'], bare, { beside: true });

/** How many of the heavy ones can run beside each other: each takes a processor and more than a gigabyte. */
const abreast = os.availableParallelism() >= 2 && os.totalmem() >= 6e9 ? 2 : 1;

/** Whether there is room for the end-to-end tests beside all that, in memory: a whole product and a browser. */
const hasRoom = abreast === 2 && os.totalmem() >= 12e9;

/** Embedded databases and Jest's workers on them: a worker and its database take turns, so two leave a processor idle. */
const sessions = hasRoom ? 3 : abreast;

/** Every test that needs no outside server. */
export async function withoutServers(program) {
  const first = [integrationEmbedded(program), unit()];
  if (hasRoom) await Promise.all([...first, endToEnd(program, { beside: true })]);
  else {
    await Promise.all(first);
    await endToEnd(program);
  }
}

/** All clients of an embedded database share one session, so each of Jest's workers has one of its own. */
const integrationEmbedded = (program) =>
  withEmbeddedDatabases(program, sessions, (urls) =>
    jest('integration, embedded', 'integration-sets', ['--maxWorkers', String(sessions)], {
      ...bare,
      TEST_DATABASE_URL: urls.join(','),
      TEST_EMBEDDED: 'true',
    }),
  );

/** On a real PostGIS, and on Redis where there is one; each of Jest's workers has a database of its own. */
export async function integrationReal() {
  const { TEST_DATABASE_URL, TEST_REDIS_URL = '' } = process.env;
  if (!TEST_DATABASE_URL)
    return leaveOut(
      'integration on PostgreSQL and Redis',
      'TEST_DATABASE_URL and TEST_REDIS_URL are not set',
    );
  if (!TEST_REDIS_URL) leaveOut('integration on Redis', 'TEST_REDIS_URL is not set');
  await jest('integration, real', 'integration-sets', ['--maxWorkers', '100%'], {
    ...bare,
    TEST_DATABASE_URL,
    TEST_REDIS_URL,
  });
}

/** The whole product in a browser, on services of its own: embedded, or real where there are any. */
export async function endToEnd(program, { real = false, beside = false } = {}) {
  const chromium = findChromium();
  const name = real ? 'end to end, real' : 'end to end, embedded';
  if (!chromium)
    return leaveOut(
      name,
      'no Chromium was found; install one, or name it in CHROMIUM (Debian: apt-get install chromium)',
    );
  const { TEST_DATABASE_URL, TEST_REDIS_URL = '' } = process.env;
  if (real && !TEST_DATABASE_URL) return leaveOut(name, 'TEST_DATABASE_URL is not set');
  const services = real
    ? { TEST_DATABASE_URL, TEST_REDIS_URL }
    : { TEST_EMBEDDED_TEMPLATE: await embeddedTemplate(program) };
  const env = { ...bare, CHROMIUM: chromium, ...services };
  await jest(name, 'e2e', ['--maxWorkers', String(beside ? 1 : abreast)], env, { beside });
}
