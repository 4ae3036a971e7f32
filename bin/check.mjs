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
  nodeOfImage,
  unit,
} from './suites.mjs';

/**
 * The static tools, slowest first. Their results are cached in node_modules/.cache (for tsc, tsconfig.json sets the
 * path), so a second run reads only the changed files. A clean clone has no cache and needs none.
 */
const statics = (node) => [
  () => tool('lint', 'node_modules/oxlint/bin/oxlint', [], node),
  () => tool('types', 'node_modules/typescript-native/bin/tsc', ['-p', '.'], node),
  () =>
    tool(
      'format',
      'node_modules/prettier/bin/prettier.cjs',
      ['--check', '--log-level=warn', '--cache', '--cache-strategy=content', '.'],
      node,
    ),
  () =>
    tool('types of the console', 'node_modules/typescript-native/bin/tsc', ['-p', 'src/console/app'], node),
  () =>
    tool(
      'floors',
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ['src', 'migrations', 'geo', '--config', '.dependency-cruiser.mjs'],
      node,
    ),
  () => tool('dead code', 'node_modules/knip/bin/knip.js', [], node),
  () => tool('refusals', 'bin/refusals.mjs', ['--check'], node),
  () => tool('log events', 'bin/log-events.mjs', ['--check'], node),
];

// Npm may fetch it while the program is built.
const fetched = nodeOfImage();
const program = await prepare();
const node = await fetched;
const embedded = () => integrationEmbedded(program, { all: !hasServers });
const [first, ...parts] = [...(hasServers ? integrationReal(node) : []), embedded];
// The first three have little in common, so hardly any file is compiled twice. The others find the compiled files.
await sideBySide([
  first,
  () => endToEndOnImageNode(program, node),
  unit,
  ...parts,
  () => endToEnd(program, { all: false }),
  ...statics(node),
]);
leaveOutProduct('they ran on Node of the image; run them there with `npm test -- --all`');
if (hasServers) leaveOutUnmarked('they ran on PostgreSQL; run them there with `npm test -- --all`');
else
  leaveOut(
    'integration on PostgreSQL and Redis',
    'TEST_DATABASE_URL and TEST_REDIS_URL are not set; all integration tests ran on the embedded database',
  );
finish();
