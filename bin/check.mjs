// `npm run check`: everything, the same as CI. It goes on after a failure, so that one run tells all.
import { prepare } from './prepare.mjs';
import { finish, tool } from './steps.mjs';
import { endToEnd, integrationReal, withoutServers } from './suites.mjs';

const program = await prepare();
await tool('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']);
await tool('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
await tool('types', 'typescript/bin/tsc', ['-p', '.']);
await tool('types of the console', 'typescript/bin/tsc', ['-p', 'src/console/app']);
await tool('floors', 'dependency-cruiser/bin/dependency-cruise.mjs', [
  'src',
  'migrations',
  'geo',
  '--config',
  '.dependency-cruiser.mjs',
]);
await tool('refusals', '../bin/refusals.mjs', ['--check']);
await tool('dead code', 'knip/bin/knip.js', []);
await withoutServers(program);
await integrationReal();
await endToEnd(program, { real: true });
finish();
