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

function spawned(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a tool from node_modules that counts as one test. */
export async function tool(name, script, args, env = {}) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const code = await spawned(process.execPath, [path.join(root, 'node_modules', script), ...args], env);
  results.push({
    name,
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
    ms: Date.now() - began,
  });
}

/** Runs one of Jest's projects, counting its tests. */
export async function jest(name, project, args, env = {}) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'budkavle-jest-'));
  const file = path.join(folder, 'result.json');
  const script = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const code = await spawned(
    process.execPath,
    [script, '--selectProjects', project, '--json', '--outputFile', file, ...args],
    env,
  );
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
