// `npm run chaos` and `npm run bench`: run the built program under load, on servers that the run starts itself.
import { prepare } from './prepare.mjs';

const [run, ...args] = process.argv.slice(2);
await prepare({ load: true });
process.argv = [process.argv[0], process.argv[1], ...args];
await import(`../dist/test/load/${run}/main.js`);
