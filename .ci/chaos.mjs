// Chaos test for every change. Two short runs in parallel, with different seeds and different queue backends, instead
// of one long run: each run starts with the worst faults, and most of a run is waiting until in-doubt attempts are
// resolved. Prints the result line of each run. The counts in mustBeZero must be 0 in both runs. Each fault in
// mustHappen must have happened in at least one run.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { prepare } from '../bin/prepare.mjs';

const runs = [
  ['--recipients', '5000', '--kills', '8', '--seed', '1'],
  ['--recipients', '5000', '--kills', '8', '--seed', '2', '--postgres-only'],
];
const mustBeZero = ['missed', 'duplicates', 'unexplained', 'diedUnasked'];
const mustHappen = [
  ...['kills', 'inDoubt', 'resent', 'freezes', 'dismissed', 'paused', 'cancelled'],
  ...['redisRestarts', 'redisStalls', 'postgresRestarts', 'webRestarts'],
];

await prepare({ load: true });
const outcomes = await Promise.all(runs.map((args, at) => run(args, `run ${at + 1}`)));

console.log('');
for (const { line } of outcomes) console.log(line);
const results = outcomes.map(({ line }) => (line.startsWith('{') ? JSON.parse(line) : {}));
const never = mustHappen.filter((what) => !results.some((result) => result[what] > 0));
if (never.length > 0) console.log(`FAILED  happened in no run: ${never.join(', ')}`);
const right = outcomes.filter(
  ({ code }, at) => code === 0 && mustBeZero.every((what) => results[at][what] === 0),
).length;
const failed = runs.length - right + (never.length > 0 ? 1 : 0);
console.log(`${right + (never.length > 0 ? 0 : 1)} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @returns the exit code, and the last line printed: the result as JSON */
function run(args, name) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/load.mjs', 'chaos', '--json', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A run that is told to end also ends its servers.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    let line = '';
    createInterface(child.stderr).on('line', (said) => console.log(`${name}  ${said}`));
    createInterface(child.stdout).on('line', (said) => (line = said));
    child.once('close', (code) => resolve({ code, line }));
  });
}
