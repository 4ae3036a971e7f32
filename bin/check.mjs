// `npm run check`: runs all checks, the same as CI. It continues after a failure, so that one run shows all failures.
import { prepare } from './prepare.mjs';
import { finish, leaveOut, sideBySide, tool } from './steps.mjs';
import {
  endToEnd,
  endToEndOnImageNode,
  hasServers,
  integrationEmbedded,
  integrationReal,
  leaveOutProduct,
  leaveOutUnmarked,
  unit,
} from './suites.mjs';

/**
 * The static tools, slowest first. Their results are cached in node_modules/.cache (for tsc, tsconfig.json sets the
 * path), so a second run reads only the changed files. A clean clone has no cache and needs none.
 */
const statics = [
  () => tool('lint', 'node_modules/oxlint/bin/oxlint', []),
  () => tool('types', 'node_modules/typescript-native/bin/tsc', ['-p', '.']),
  () =>
    tool('format', 'node_modules/prettier/bin/prettier.cjs', [
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      '.',
    ]),
  () => tool('types of the console', 'node_modules/typescript-native/bin/tsc', ['-p', 'src/console/app']),
  () =>
    tool('floors', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['src', 'migrations', 'geo'],
      ...['--config', '.dependency-cruiser.mjs'],
    ]),
  () => tool('dead code', 'node_modules/knip/bin/knip.js', []),
  () => tool('refusals', 'bin/refusals.mjs', ['--check']),
  () => tool('log events', 'bin/log-events.mjs', ['--check']),
];

const program = await prepare();
const tests = [
  () => integrationEmbedded(program, { all: !hasServers }),
  unit,
  () => endToEnd(program, { all: false }),
  () => endToEndOnImageNode(program),
];
await sideBySide(hasServers ? [...integrationReal(), ...tests, ...statics] : [...tests, ...statics]);
leaveOutProduct('they ran on Node of the image; run them there with `npm test -- --all`');
if (hasServers) leaveOutUnmarked('they ran on PostgreSQL; run them there with `npm test -- --all`');
else
  leaveOut(
    'integration on PostgreSQL and Redis',
    'TEST_DATABASE_URL and TEST_REDIS_URL are not set; all integration tests ran on the embedded database',
  );
finish();
