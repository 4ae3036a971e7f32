// `npm start`, on a machine with only Node installed. An old Node must be able to parse this file, so that it can print
// the version error below.
const version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Budkavle needs Node.js 20.19 or later. This is ' +
      process.versions.node +
      '. Install a newer version from https://nodejs.org, then run npm start again.',
  );
  process.exit(1);
}

const args = process.argv.slice(2);
import('./prepare.mjs')
  .then(({ prepare }) => prepare())
  .then((program) => {
    // The program runs in this same process: there is one process less to stop, and Ctrl-C reaches it directly.
    process.argv = [process.argv[0], program, 'demo'].concat(args);
    return import('file://' + program);
  })
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
