import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './prepare.mjs';

/** Starts the embedded database on a folder. Resolves with its address and a function that stops it. */
async function startDatabase(program, folder) {
  const child = fork(program, ['embedded-database', folder], { execArgv: [] });
  const exited = once(child, 'exit');
  const opened = new Promise((resolve) => {
    child.on('message', (message) => message.state !== 'listening' && resolve(message));
  });
  const news = await Promise.race([opened, exited.then(() => ({ state: 'refused', reason: 'it ended' }))]);
  if (news.state !== 'ready') throw new Error(`The embedded database did not start: ${news.reason}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url: news.detail, stop };
}

const versionOf = (name) =>
  JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

let template;

/**
 * The folder of an empty embedded database. Making one takes ten seconds of processor time, and copying takes almost
 * none. So it is made once, and kept until the versions of the packages change.
 */
export const embeddedTemplate = (program) => (template ??= makeTemplate(program));

async function makeTemplate(program) {
  const versions = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'].map(versionOf).join('-');
  const folder = path.join(root, 'node_modules', '.cache', `budkavle-embedded-${versions}`);
  if (existsSync(folder)) return folder;
  const made = `${folder}.${process.pid}`;
  mkdirSync(path.dirname(folder), { recursive: true });
  const { stop } = await startDatabase(program, made);
  await stop();
  // Another process may have made it at the same time.
  if (existsSync(folder)) rmSync(made, { recursive: true, force: true });
  else renameSync(made, folder);
  return folder;
}

/**
 * Starts empty embedded databases, runs `work`, then stops and deletes the databases.
 *
 * @param program the built program
 * @param count number of databases; each takes a gigabyte of memory
 * @param work receives their addresses
 */
export async function withEmbeddedDatabases(program, count, work) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'budkavle-test-'));
  const template = await embeddedTemplate(program);
  const begun = Array.from({ length: count }, (_, n) => {
    const folder = path.join(scratch, `database-${n}`);
    cpSync(template, folder, { recursive: true });
    return startDatabase(program, folder);
  });
  try {
    await work((await Promise.all(begun)).map(({ url }) => url));
  } finally {
    const started = await Promise.allSettled(begun);
    await Promise.all(started.map(({ value }) => value?.stop()));
    rmSync(scratch, { recursive: true, force: true });
  }
}
