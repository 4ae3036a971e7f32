// `npm test`: the tests that need no external server, on a machine with only Node installed. With --all, every
// integration file runs on the embedded database, not only those marked "Also on the embedded database".
import { prepare } from './prepare.mjs';
import { finish, leaveOut, sideBySide } from './steps.mjs';
import { endToEnd, integrationEmbedded, leaveOutProduct, leaveOutUnmarked, unit } from './suites.mjs';

const all = process.argv.includes('--all');
const program = await prepare();
await sideBySide([() => integrationEmbedded(program, { all }), () => endToEnd(program, { all }), unit]);
if (!all) {
  leaveOutUnmarked(
    '`npm test -- --all` runs them there; `npm run check` runs them on PostgreSQL, as CI does',
  );
  leaveOutProduct(
    "`npm test -- --all` runs them there; `npm run check` runs them on the image's Node version",
  );
}
leaveOut(
  "tests on PostgreSQL and Redis, and on the image's Node version",
  'they need servers and a network; `npm run check` runs them if TEST_DATABASE_URL and TEST_REDIS_URL are set',
);
leaveOut('format, lint, types, floors, dead code', '`npm run check` runs them');
finish();
