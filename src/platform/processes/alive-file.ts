import { writeFile } from 'node:fs/promises';
import { platformEvents } from '../log-events.js';
import { Log } from '../logging/log.js';

/** Milliseconds between two touches. */
const touchEvery = 5_000;

/**
 * Touches a file for as long as this process does not hang: also while its database is away or lacks migrations, so that
 * nobody restarts a worker for waiting.
 *
 * @param file none where nobody looks
 */
export function touchWhileAlive(file: string | undefined): void {
  if (!file) return;
  const log = new Log('alive', platformEvents);
  const touch = (): void =>
    void writeFile(file, `${new Date().toISOString()}\n`).catch((error: unknown) =>
      log.write('alive-file.not-written', { file, err: error }),
    );
  touch();
  setInterval(touch, touchEvery).unref();
}
