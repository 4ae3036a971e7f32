import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './prepare.mjs';

/** What was run so far, for the sum at the end. */
const results = [];
const leftOut = [];

/** Notes something that was not run, and why. */
export const leaveOut = (name, why) => leftOut.push({ name, why });

/** Runs a script of a package; what it says is shown under its name, at once or, beside others, when it is over. */
function run(name, script, args, env, { beside = false } = {}) {
  return new Promise((resolve) => {
    if (!beside) console.log(`\n── ${name}`);
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', ...(beside ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
      env: { ...process.env, ...env },
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    child.once('error', () => resolve(1));
    child.once('close', (code) => {
      if (beside) process.stdout.write(`\n── ${name}\n${Buffer.concat(said)}`);
      resolve(code ?? 1);
    });
  });
}

/** Runs a tool from node_modules that counts as one test. */
export async function tool(name, script, args, env = {}) {
  const began = Date.now();
  const code = await run(name, script, args, env);
  results.push({
    name,
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
    ms: Date.now() - began,
  });
}

/** Runs one of Jest's projects, counting its tests; `beside` others, if so. */
export async function jest(name, project, args, env = {}, { beside = false } = {}) {
  const began = Date.now();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'budkavle-jest-'));
  const file = path.join(folder, 'result.json');
  const all = ['--selectProjects', project, '--json', '--outputFile', file, ...args];
  const code = await run(name, 'jest/bin/jest.js', all, env, { beside });
  const ms = Date.now() - began;
  if (existsSync(file)) {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
    // Jest may fail for a reason that is in no test, e.g. a file it could not read.
    results.push({
      name,
      passed: told.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: told.numPendingTests,
      ms,
    });
  } else results.push({ name, passed: 0, failed: 1, skipped: 0, ms });
  rmSync(folder, { recursive: true, force: true });
}

/** Prints the sum, and what was left out; the last line stands alone. */
export function finish() {
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log('\n── sum');
  for (const { name, passed, failed, skipped, ms } of results)
    console.log(
      `${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(width)}  ${String(passed).padStart(4)} passed` +
        `${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}  (${(ms / 1000).toFixed(1)} s)`,
    );
  for (const { name, why } of leftOut) console.log(`left out  ${name}: ${why}`);
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

/** A browser to test with: the one CHROMIUM names, else what the system has. */
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
