import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs something beside an empty embedded database, which is gone afterwards.
 *
 * @param program the built program
 * @param work gets the database's address
 */
export async function withEmbeddedDatabase(program, work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'budkavle-test-'));
  const child = fork(program, ['embedded-database', path.join(folder, 'database')]);
  const exited = once(child, 'exit');
  try {
    const [news] = await Promise.race([
      once(child, 'message'),
      exited.then(() => [{ state: 'refused', reason: 'it ended' }]),
    ]);
    if (news.state !== 'ready') throw new Error(`The embedded database did not start: ${news.reason}`);
    await work(news.detail);
  } finally {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  }
}
