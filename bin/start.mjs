// `npm start`, on a machine with Node and nothing else. What stands here must be readable to an old Node too, so that
// it can say what is wrong.
const version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Budkavle needs Node.js 20.19 or later, and this is ' +
      process.versions.node +
      '. Get a newer one at https://nodejs.org, then run npm start again.',
  );
  process.exit(1);
}

const args = process.argv.slice(2);
import('./prepare.mjs')
  .then(({ prepare }) => prepare())
  .then((program) => {
    // The same process goes on as the program: one less to stop, and Ctrl-C reaches it directly.
    process.argv = [process.argv[0], program, 'demo'].concat(args);
    return import('file://' + program);
  })
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
