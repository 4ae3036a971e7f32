import { ProgramMissing } from '../rig/programs.js';

/** The programs by name. People run the first five with `npm run bench -- <name>`; a run itself starts the others. */
const programs: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<void> }>>> = {
  engine: () => import('./engine.js'),
  places: () => import('./places/places.js'),
  pressure: () => import('./pressure/pressure.js'),
  publishing: () => import('./publishing/publishing.js'),
  within: () => import('./publishing/within.js'),
  'null-server': () => import('./null-server.js'),
  'bare-loop': () => import('./bare-loop.js'),
  'job-worker': () => import('./job-worker.js'),
  'phone-intake': () => import('./places/phone-intake.js'),
  'pressure-attacker': () => import('./pressure/attacker.js'),
  'publishing-bare-web': () => import('./publishing/bare-web.js'),
  'publishing-readers': () => import('./publishing/readers.js'),
};

const [name = '', ...args] = process.argv.slice(2);
const program = programs[name];
if (!program) {
  console.error('npm run bench -- engine [--recipients N] [--full] [--only a,b] [--json]');
  console.error(
    'npm run bench -- places [--properties N] [--addresses N] [--phones N] [--only a,b] [--json]',
  );
  console.error('npm run bench -- pressure [--seconds N] [--only word,word] [--json]');
  console.error(
    'npm run bench -- publishing [--rate N] [--seconds N] [--recipients N] [--paths a,b] [--only read,send] [--json]',
  );
  console.error('npm run bench -- within [--rounds N] [--only servers,embedded] [--json]');
  process.exit(2);
}
try {
  await (await program()).run(args);
} catch (error) {
  console.error(error instanceof ProgramMissing ? error.message : error);
  process.exitCode = 1;
}
