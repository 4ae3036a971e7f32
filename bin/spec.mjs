// `npm run spec -- PATTERN`: runs the specs whose path matches, and starts the database that they need.
import { spawnSync } from 'node:child_process';
import { withEmbeddedDatabases } from './embedded.mjs';
import { prepare, root } from './prepare.mjs';

const [pattern, ...more] = process.argv.slice(2);
if (!pattern) {
  console.error('Usage: npm run spec -- PATTERN [Jest options], for example: npm run spec -- send-loop');
  process.exit(2);
}

const jest = (project, args, env = {}) =>
  spawnSync(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--testPathPatterns', pattern, ...args],
    {
      cwd: root,
      env: { ...process.env, ...env },
      ...(args[0] === '--listTests' ? {} : { stdio: 'inherit' }),
    },
  );
const matches = (project) => jest(project, ['--listTests']).stdout.toString().includes(root);
const run = (project, env) => {
  if (jest(project, ['--runInBand', ...more], env).status !== 0) process.exitCode = 1;
};

const [unit, integration] = ['unit', 'integration'].map(matches);
if (!unit && !integration) {
  console.error(`No spec file path matches "${pattern}".`);
  process.exit(2);
}
const program = await prepare();
if (unit) run('unit');
if (integration && process.env.TEST_DATABASE_URL) run('integration');
else if (integration)
  await withEmbeddedDatabases(program, 1, ([url]) =>
    run('integration', { TEST_DATABASE_URL: url, TEST_EMBEDDED: 'true', TEST_REDIS_URL: '' }),
  );
