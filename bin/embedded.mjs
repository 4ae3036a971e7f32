import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './prepare.mjs';

/** Starts the embedded database on a folder; resolves with its address and how to stop it. */
async function startDatabase(program, folder) {
  const child = fork(program, ['embedded-database', folder]);
  const exited = once(child, 'exit');
  const [news] = await Promise.race([
    once(child, 'message'),
    exited.then(() => [{ state: 'refused', reason: 'it ended' }]),
  ]);
  if (news.state !== 'ready') throw new Error(`The embedded database did not start: ${news.reason}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url: news.detail, stop };
}

const versionOf = (name) =>
  JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

/**
 * The folder of an empty embedded database. Making one takes ten seconds of a processor, copying it none, so it is
 * made once and kept as long as the packages stay the same.
 */
export async function embeddedTemplate(program) {
  const versions = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'].map(versionOf).join('-');
  const folder = path.join(root, 'node_modules', '.cache', `budkavle-embedded-${versions}`);
  if (existsSync(folder)) return folder;
  const made = `${folder}.${process.pid}`;
  const { stop } = await startDatabase(program, made);
  await stop();
  // Somebody else may have been quicker.
  if (existsSync(folder)) rmSync(made, { recursive: true, force: true });
  else renameSync(made, folder);
  return folder;
}

/**
 * Runs something beside an empty embedded database, which is gone afterwards.
 *
 * @param program the built program
 * @param work gets the database's address
 */
export async function withEmbeddedDatabase(program, work) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'budkavle-test-'));
  const folder = path.join(scratch, 'database');
  cpSync(await embeddedTemplate(program), folder, { recursive: true });
  const { url, stop } = await startDatabase(program, folder);
  try {
    await work(url);
  } finally {
    await stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}
