// `npm run chaos` and `npm run bench`: the built program under load, on servers of the run's own.
import { prepare } from './prepare.mjs';

const [run, ...args] = process.argv.slice(2);
await prepare({ load: true });
process.argv = [process.argv[0], process.argv[1], ...args];
await import(`../dist/test/load/${run}/main.js`);
