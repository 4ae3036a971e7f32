// `npm test`: every test that needs no outside server, on a machine with Node and nothing else.
import { prepare } from './prepare.mjs';
import { finish, leaveOut } from './steps.mjs';
import { withoutServers } from './suites.mjs';

const program = await prepare();
await withoutServers(program);
leaveOut(
  'PostgreSQL and Redis',
  'they need servers; `npm run check` runs on them when TEST_DATABASE_URL and TEST_REDIS_URL are set',
);
leaveOut('format, lint, types, floors, dead code', '`npm run check` runs them');
finish();
