import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './prepare.mjs';

/** Results of the steps so far, for the summary at the end. */
const results = [];
const leftOut = [];
const began = Date.now();
const secondsSince = (then) => ((Date.now() - then) / 1000).toFixed(1);

/** Records something that was not run, with the reason or where it runs instead. */
export const leaveOut = (name, why) => leftOut.push({ name, why });

/**
 * Number of steps that run in parallel. One more than the number of processors, because each step sometimes waits for
 * its database or browser. Each step takes up to four gigabytes of memory.
 */
const processors = os.availableParallelism();
const abreast = processors < 2 ? 1 : Math.max(1, Math.min(processors + 1, Math.floor(os.totalmem() / 4e9)));

/** Runs steps in parallel, started in the given order. Give the longest first, so that none runs alone at the end. */
export async function sideBySide(steps) {
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await step();
  };
  await Promise.all(Array.from({ length: abreast }, lane));
}

/**
 * Runs a script with Node. Its output is printed under its name when it ends, because other steps run at the same time.
 *
 * @param node path of the Node binary to run it with
 */
function run(name, script, args, env, node = process.execPath) {
  return new Promise((resolve) => {
    console.log(`… ${name} (after ${secondsSince(began)} s)`);
    // A large young generation for the garbage collector: compilers allocate many short-lived objects.
    const child = spawn(node, ['--max-semi-space-size=64', path.join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.once('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.once('close', (code) => {
      process.stdout.write(`\n── ${name}\n${Buffer.concat(said)}`);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a script that counts as one test.
 *
 * @param node the Node to run it on
 */
export async function tool(name, script, args, node) {
  const started = Date.now();
  const code = await run(name, script, args, {}, node.program);
  count(name, started, code === 0 ? { passed: 1 } : { failed: 1 });
}

/** Records a required step as failed because it could not be run. */
export function fail(name, why) {
  console.log(`\n── ${name}\n${why}`);
  count(name, Date.now(), { failed: 1 });
}

const count = (name, started, { passed = 0, failed = 0, skipped = 0 }) =>
  results.push({ name, passed, failed, skipped, ms: Date.now() - started });

/**
 * Runs one of Jest's projects and counts its tests.
 *
 * @param node path of the Node binary to run it with
 */
export async function jest(name, project, args, env = {}, node = process.execPath) {
  const started = Date.now();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'budkavle-jest-'));
  const file = path.join(folder, 'result.json');
  const all = ['--selectProjects', project, '--json', '--outputFile', file, ...args];
  const code = await run(name, 'node_modules/jest/bin/jest.js', all, env, node);
  if (existsSync(file)) {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
    count(name, started, {
      passed: told.numPassedTests,
      // Jest can fail outside any test, for example on a file it could not read.
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: told.numPendingTests,
    });
  } else count(name, started, { failed: 1 });
  rmSync(folder, { recursive: true, force: true });
}

/** Prints the summary and the steps that were not run. The last line is parsed by CI: only the two totals. */
export function finish() {
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log('\n── summary');
  for (const { name, passed, failed, skipped, ms } of results)
    console.log(
      `${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(width)}  ${String(passed).padStart(4)} passed` +
        `${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}  (${(ms / 1000).toFixed(1)} s)`,
    );
  for (const { name, why } of leftOut) console.log(`not run  ${name}: ${why}`);
  console.log(`total time ${secondsSince(began)} s`);
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

/** The browser to test with: the one that CHROMIUM names, otherwise one found on the system. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  );
  const candidates = named
    ? [named]
    : [...onPath, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
